import { cutText } from '#lib/text/cut-text.ts'
import { toPlainText } from '#lib/text/plain-text.ts'
import { dropBoilerplateLines, dropStuckBoilerplate } from './boilerplate.ts'
import { spaceSentences } from './sentence-spacing.ts'

/** What search engines and link previews show of a description. */
const MAX_DESCRIPTION = 160

/**
 * Controls, and left-to-right and right-to-left marks, that came along in a paste; joiners, which Persian needs, are not
 * here, nor what counts as space.
 */
const STRAY = /(?!\s)\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu

/** Words on one line: no markup, references, stray controls or outer spaces. */
export function cleanLine(raw: string): string {
  return toPlainText(dropStray(raw))
}

/** A title or a name: its words, or where it is nothing but markup, that. */
export function cleanTitle(raw: string): string {
  return cleanLine(raw) || dropStray(raw).replace(/\s+/g, ' ').trim()
}

/** Half a character, which a database would make something else of, is marked as missing. */
function dropStray(raw: string): string {
  return raw.toWellFormed().replace(STRAY, '')
}

/** A description as its writer meant it, of any length: plain words, and none of the scraped page's furniture. */
export function cleanStandfirst(raw: string, boilerplate: readonly string[]): string {
  return cleanWords(toPlainText(dropBoilerplateLines(dropStray(raw), boilerplate)), boilerplate)
}

/** The same of plain words, in which `*` and `<` are what they are. */
export function cleanWords(words: string, boilerplate: readonly string[]): string {
  const text = dropBoilerplateLines(dropStray(words), boilerplate).replace(/\s+/g, ' ').trim()
  return spaceSentences(dropStuckBoilerplate(text, boilerplate))
}

/** The same fit for a head: at most 160 characters, cut at a sentence or a word. */
export function toDescription(standfirst: string): string {
  return cutText(standfirst, MAX_DESCRIPTION)
}
