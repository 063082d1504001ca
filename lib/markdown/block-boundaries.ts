import { listLines } from '#lib/text/list-lines.ts'

/** What can belong to the block above the blank line: a list's item, a definition, an indented line. */
const CONTINUES = /^(?:[ \t:]|[-+*](?:[ \t]|$)|\d{1,9}[.)])/
const LIST_ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/
const LONE_HEADING = /^#{1,6}(?:[ \t]|$)/
const FENCE = /^( {0,3})(```+|~~~+)(.*)/
const HTML_LINE = /^ {0,3}</

/** HTML that a blank line does not end, and what ends it. Source: https://spec.commonmark.org/0.31.2/#html-blocks */
const HTML_BLOCKS: { opening: RegExp; closing: RegExp }[] = [
  {
    opening: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    closing: /<\/(?:script|pre|style|textarea)>/i,
  },
  { opening: /^ {0,3}<!--/, closing: /-->/ },
  { opening: /^ {0,3}<\?/, closing: /\?>/ },
  { opening: /^ {0,3}<!\[CDATA\[/, closing: /\]\]>/ },
  { opening: /^ {0,3}<![a-z]/i, closing: />/ },
]

/**
 * Where a line of Markdown begins a new block whatever stands above it: behind a blank line, and at a heading; outside fences and
 * HTML. Ends early where lines alone do not tell what is open: a fence or HTML in a list, or in other HTML.
 */
export function* listBoundaries(text: string): Generator<number> {
  let isBelowBlank = false
  let hasHtml = false
  let closing: RegExp | null = null
  let item: { least: number; last: number } | null = null
  for (const { text: line, start } of listLines(text)) {
    const isBlank = line.trim() === ''
    if (closing !== null) {
      if (closing.test(line)) closing = null
    } else if (isBlank) {
      hasHtml = false
    } else {
      if ((isBelowBlank && !CONTINUES.test(line)) || (!hasHtml && isLoneHeading(line))) {
        yield start
        item = null
      }
      const fence = readFence(line)
      if (fence !== null && (hasHtml || isUnclear(fence.indent, item))) return
      if (fence !== null && (item === null || fence.indent < item.least)) closing = fence.closing
      const htmlClosing = fence === null ? findHtmlClosing(line) : null
      if (htmlClosing !== null && (hasHtml || item !== null)) return
      if (HTML_LINE.test(line)) hasHtml = true
      closing ??= htmlClosing
      item = readItem(line, item)
    }
    isBelowBlank = isBlank
  }
}

/** Whether a line is a heading that is in no list and no quotation, whatever stands above it. */
export function isLoneHeading(line: string): boolean {
  return LONE_HEADING.test(line)
}

/** The code fence that a line opens, and what closes it; null for any other line. */
export function readFence(line: string): { indent: number; closing: RegExp } | null {
  const [, indent = '', marks = '', info = ''] = FENCE.exec(line) ?? []
  if (marks === '' || (marks.startsWith('`') && info.includes('`'))) return null
  return { indent: indent.length, closing: getFenceClosing(marks) }
}

const fenceClosings = new Map<string, RegExp>()

function getFenceClosing(marks: string): RegExp {
  const key = marks.slice(0, MAX_MARKS)
  const known = fenceClosings.get(key)
  if (known !== undefined) return known
  const made = new RegExp(`^ {0,3}${key}${key.charAt(0)}*[ \\t]*$`)
  fenceClosings.set(key, made)
  return made
}

const MAX_MARKS = 100

/** In a list's item, or in one of several it may be in, or outside of all of them. */
function isUnclear(indent: number, item: { least: number; last: number } | null): boolean {
  return item !== null && indent >= item.least && indent < item.last
}

/** How far the words of list items are indented since the last boundary: the least, and those of the last item. */
function readItem(line: string, item: { least: number; last: number } | null): typeof item {
  const marker = LIST_ITEM.exec(line)?.[0]
  // Words may go on with the item; anything else has ended the list.
  if (marker === undefined)
    return item === null || /^\s/.test(line) ? item : { ...item, last: Number.POSITIVE_INFINITY }
  const words = marker.trimEnd().length + 1
  // An item of a mark alone ends at the second blank line.
  const last = line.trim().length < words ? Number.POSITIVE_INFINITY : words
  return { least: Math.min(item?.least ?? words, words), last }
}

/** What ends the HTML that a line opens, where that goes on below and no blank line ends it; null for any other line. */
export function findHtmlClosing(line: string): RegExp | null {
  const block = HTML_BLOCKS.find(({ opening }) => opening.test(line))
  return block === undefined || block.closing.test(line.trimStart().slice(2)) ? null : block.closing
}
