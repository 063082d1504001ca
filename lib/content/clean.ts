import { cutText } from '#lib/format/cut-text.ts'
import { toPlainText } from '#lib/format/plain-text.ts'
import { dropBoilerplateLines, dropStuckBoilerplate } from './boilerplate.ts'
import { spaceSentences } from './sentence-spacing.ts'

/** What search engines and link previews show of a description. */
const MAX_DESCRIPTION = 160

/** Left-to-right and right-to-left marks that came along in a paste; joiners, which Persian needs, are not here. */
const STRAY = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u0080-\u009f]/g

/** A title or a name on one line, with words only: no markup, references, stray controls or outer spaces. */
export function cleanTitle(raw: string): string {
  const text = raw.replace(STRAY, '')
  return toPlainText(text) || text.replace(/\s+/g, ' ').trim()
}

/** A description as its writer meant it, of any length: plain words, and none of the scraped page's furniture. */
export function cleanStandfirst(raw: string, boilerplate: readonly string[]): string {
  const text = toPlainText(dropBoilerplateLines(raw.replace(STRAY, ''), boilerplate))
  return spaceSentences(dropStuckBoilerplate(text, boilerplate))
}

/** The same fit for a head: at most 160 characters, cut at a sentence or a word. */
export function toDescription(standfirst: string): string {
  return cutText(standfirst, MAX_DESCRIPTION)
}
