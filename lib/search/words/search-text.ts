import { decodeEntities } from '#lib/text/entities.ts'

/** Markup and what becomes of it. Each pattern stops at the sign that would begin it anew, so all are linear. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[:#.][^{}]*\}/g, ' '],
  [/<\/?[a-zA-Z][^<>]*>/g, ' '],
  [/^ {0,3}\[[^[\]\n]{1,200}\]:[^\n]*$/gm, ' '],
  [/\]\([^()\n]*\)/g, ' '],
  [/\b(?:https?:\/\/|www\.)[^\s<>()[\]"']+/g, ' '],
  [/\[\^[^[\]\n]{1,100}\]|!?\[|\]/g, ''],
  [/^[ \t]*(?:#{1,6}|[-+>]|\d{1,4}[.)])[ \t]/gm, ' '],
  [/^[ \t|:=_~-]{3,}$/gm, ' '],
  [/\\(?=[!-/:-@[-`{-~])|[*`]|~~/g, ''],
  [/(?<![\p{L}\p{N}_])_{1,3}|_{1,3}(?![\p{L}\p{N}_])/gu, ''],
  [/[|\p{Cc}]/gu, ' '],
]

/** What readers never see: where it begins, and where it ends. */
const HIDDEN: readonly (readonly [RegExp, RegExp])[] = [
  [/<!--/g, /-->/g],
  [/<script[\s>]/gi, /<\/script[^<>]*>/gi],
  [/<style[\s>]/gi, /<\/style[^<>]*>/gi],
]

/** White space but for a space by itself, which is most of it: to write each anew costs more than all else here. */
const NO_SINGLE_SPACE = /[^\S ]\s*| \s+/g

/**
 * The words of a body of Markdown on one line, in normal form C: what is indexed, and what a snippet is cut from.
 * Addresses, tags and signs of markup are gone; the texts of links, pictures and code stay.
 */
export function toSearchText(markdown: string): string {
  let text = markdown
  for (const [start, end] of HIDDEN) text = dropBetween(text, start, end)
  for (const [pattern, replacement] of REPLACEMENTS) text = text.replace(pattern, replacement)
  return decodeEntities(text).toWellFormed().normalize('NFC').replace(NO_SINGLE_SPACE, ' ').trim()
}

/** Up to the end of the text where nothing closes it. */
function dropBetween(text: string, start: RegExp, end: RegExp): string {
  let kept = ''
  let at = 0
  for (const { index } of text.matchAll(start)) {
    if (index < at) continue
    kept += `${text.slice(at, index)} `
    end.lastIndex = index
    at = end.exec(text) === null ? text.length : end.lastIndex
  }
  return at === 0 ? text : kept + text.slice(at)
}
