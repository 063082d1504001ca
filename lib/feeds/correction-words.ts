import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatDate } from '#lib/time/format-date.ts'

/** Each correction as the story's own page says it: `Correction, 24 November 2026:` and the words of it. */
export function listCorrections(
  { corrections }: Pick<Post, 'corrections'>,
  site: Pick<Site, 'language' | 'timeZone'>,
): { label: string; text: string }[] {
  const { before, after } = getLabels(site.language).correctionOf
  return corrections.map(({ date, text }) => ({ label: `${before}${formatDate(date, site)}${after}`, text }))
}
