import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { escapeMarkdown } from '#lib/markdown/tree/escape-markdown.ts'
import { renderMarkdownBody } from '#lib/queries/render/render-text.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { listCorrections } from './correction-words.ts'
import { renderMarkdownVersion } from './render-markdown-version.ts'

/** A story whole as Markdown: its fields, its text, where the rest is, and what was corrected. */
export async function getMarkdownVersion(
  post: Post,
  site: Pick<Site, 'language' | 'timeZone'>,
  siteUrl: string,
  now: Date,
): Promise<string> {
  const body = await renderMarkdownBody(post, siteUrl + toPostPath(post.slug), now)
  const end = post.access === 'free' ? [] : [`_${getLabels(site.language).subscribersOnly}_`]
  const corrections = listCorrections(post, site).map(
    ({ label, text }) => `**${label}** ${escapeMarkdown(text)}`,
  )
  return renderMarkdownVersion(post, [body, ...end, ...corrections].join('\n\n'), siteUrl, now)
}
