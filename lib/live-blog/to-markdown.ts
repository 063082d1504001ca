import { getLabels } from '#lib/labels/get-labels.ts'
import { escapeMarkdown } from '#lib/markdown/tree/escape-markdown.ts'
import type { LiveUpdate } from './live-update.ts'
import type { LiveText } from './merge-updates.ts'

/**
 * A live story as one Markdown text, as readers have it and without the marks of its file: what stands above all updates,
 * pinned ones, then the newest first, each under its day, time and headline. `language` is the paper's.
 */
export function toLiveMarkdown({ intro, updates }: LiveText, language: string): string {
  const sorted = updates.toSorted(
    (a, b) => Number(b.isPinned) - Number(a.isPinned) || compare(b.at, a.at) || b.ordinal - a.ordinal,
  )
  return [intro, ...sorted.map((update) => toSection(update, language))]
    .filter((text) => text !== '')
    .join('\n\n')
}

function toSection({ id, headline, by, corrections, text }: LiveUpdate, language: string): string {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)/.exec(id) ?? []
  const heading = `## ${day} ${hour}:${minute} ${escapeMarkdown(headline)}`.trimEnd()
  const byline = by === null ? '' : `_${escapeMarkdown(by)}_`
  const label = getLabels(language).correction
  const corrected = corrections.map((correction) => `> **${label}** ${escapeMarkdown(correction)}`)
  return [heading, byline, text, ...corrected].filter((part) => part !== '').join('\n\n')
}

/** Instants of one form sort as text. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
