import { findHtmlClosing, readFence } from '#lib/markdown/block-boundaries.ts'
import { listLines } from '#lib/text/list-lines.ts'

/** A heading of the second level: its words, the line it is on (from 1), and where line and text begin. */
export type UpdateHeading = { words: string; line: number; start: number; textStart: number }

/** `open` is the line of a code fence or a piece of HTML that the text ends in; null where all are closed. */
export type HeadingScan = { headings: UpdateHeading[]; open: number | null }

/** Of the second level; without a space it is one where words or a time follow, as everywhere in a text. */
const HEADING = /^ {0,3}##(?:[ \t\u00a0\u2000-\u200a\u202f\u3000]|$|(?=[\p{L}\p{N}]))/u
/** A line in a list's item is indented by two characters or more. */
const IN_ITEM = /^(?: {2}|\t)/
const LIST_ITEM = /^ ?(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/

/**
 * The `## …` lines of a text, outside of code, HTML, quotations and lists, in one pass. Code in a quotation or a list ends
 * with it, so a fence counts at the margin alone.
 */
export function listHeadings(text: string): HeadingScan {
  const headings: UpdateHeading[] = []
  let closing: RegExp | null = null
  let open: number | null = null
  let isInList = false
  let number = 0
  for (const { text: line, start, end } of listLines(text)) {
    number += 1
    if (closing !== null) {
      if (closing.test(line)) closing = null
      continue
    }
    if (!IN_ITEM.test(line) && line.trim() !== '') isInList = LIST_ITEM.test(line)
    if (HEADING.test(line) && !(isInList && IN_ITEM.test(line))) {
      headings.push({ words: toWords(line), line: number, start, textStart: Math.min(end + 1, text.length) })
      continue
    }
    closing = readFence(line)?.closing ?? findHtmlClosing(line)
    if (closing !== null) open = number
  }
  return { headings, open: closing === null ? null : open }
}

/** A heading's words without its marks: `## 14:05 Tide ##` → `14:05 Tide`. */
function toWords(line: string): string {
  const words = line.trim().slice(2).trim()
  let end = words.length
  while (words[end - 1] === '#') end -= 1
  return end === 0 || end === words.length || /\s/.test(words.charAt(end - 1))
    ? words.slice(0, end).trimEnd()
    : words
}
