import { decodeEntities } from '#lib/text/entities.ts'
import { pairRuns, type Run, toRun } from './emphasis.ts'
import { findBracketEnd, skipTarget } from './link-brackets.ts'
import { skipTag, skipTemplate } from './markup-tags.ts'
import { mendWords } from './mend-words.ts'
import { skipShortcode } from './shortcodes.ts'
import { createCodeTest } from './split-code.ts'
import { dropComments } from './template-comments.ts'

/** Longer texts are cut before they are read: the time this takes has a bound whatever the text is. */
export const MAX_INLINE = 1_500

const MARKUP = /[*_`~^$%:+<&[{!\\=\n\t\u00a0\u2028\u2029]|\s{2}/

/** Where something that is not plain words may begin. */
const SPECIAL = /[*_`~<[{!\\=]/g

/**
 * The words of a paragraph of Markdown as a page shows them, on one line: the text of links, not their addresses; no
 * pictures, tags, shortcodes, template tags and footnote marks. A parser, not a set of patterns: brackets and emphasis nest.
 *
 * @param isDefined whether the text has a definition for a label, `[plan]: https://…`: then `[plan]` is a link
 */
export function toInlineText(markdown: string, isDefined: (label: string) => boolean): string {
  if (!MARKUP.test(markdown)) return markdown.trim()
  const parts: (string | Run)[] = []
  const mended = dropComments(markdown.slice(0, MAX_INLINE)).split('\n').map(mendWords).join('\n')
  collect(dropTemplates(mended), isDefined, parts, 0)
  pairRuns(parts)
  const text = parts.map((part) => (typeof part === 'string' ? part : part.mark.repeat(part.count))).join('')
  // Marks that pair with nothing say nothing at the head of a description.
  return decodeEntities(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[*_]{2,}(?=[\p{L}\p{N}])/u, '')
}

/** What is between these is shown as it is written. */
const RAW = /\{%-?\s?(?:raw|verbatim)\s?-?%\}([^%]{0,1000})\{%-?\s?end(?:raw|verbatim)\s?-?%\}/y

/** Template tags first: they stand in addresses and in attributes of HTML too. */
function dropTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text
  const leavesCode = createCodeTest(text)
  let kept = ''
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    RAW.lastIndex = at
    const raw = RAW.exec(text)
    if (raw !== null) {
      kept += text.slice(done, at) + (raw[1] ?? '').replaceAll('{', '\\{')
      done = RAW.lastIndex
      at = done
      continue
    }
    const end = skipTemplate(text, at)
    if (end === null || leavesCode(at, end)) at += 1
    else {
      kept += text.slice(done, at)
      done = end
      at = end
    }
  }
  return kept + text.slice(done)
}

const MAX_DEPTH = 10

function collect(
  text: string,
  isDefined: (label: string) => boolean,
  parts: (string | Run)[],
  depth: number,
): void {
  let at = 0
  while (at < text.length) {
    SPECIAL.lastIndex = at
    const next = SPECIAL.exec(text)?.index ?? text.length
    if (next > at) parts.push(text.slice(at, next))
    if (next === text.length) return
    at = takeSpecial(text, next, isDefined, parts, depth)
  }
}

/** Reads what begins at `at`, and returns where it ends. */
function takeSpecial(
  text: string,
  at: number,
  isDefined: (label: string) => boolean,
  parts: (string | Run)[],
  depth: number,
): number {
  const mark = text[at] ?? ''
  switch (mark) {
    case '\\':
      return takeEscape(text, at, parts)
    case '`':
      return takeCode(text, at, parts)
    case '<':
      return skipTag(text, at, parts) ?? takeText(text, at, at + 1, parts)
    case '{':
      return skipTemplate(text, at) ?? takeText(text, at, at + 1, parts)
    case '!':
      return text[at + 1] === '[' ? skipPicture(text, at) : takeText(text, at, at + 1, parts)
    case '[':
      return takeBracket(text, at, isDefined, parts, depth)
    default: {
      let end = at + 1
      while (text[end] === mark) end++
      parts.push(toRun(text, at, end))
      return end
    }
  }
}

function takeText(text: string, start: number, end: number, parts: (string | Run)[]): number {
  parts.push(text.slice(start, end))
  return end
}

function takeEscape(text: string, at: number, parts: (string | Run)[]): number {
  const next = text[at + 1] ?? ''
  if (!/[!-/:-@[-`{-~\n]/.test(next)) return takeText(text, at, at + 1, parts)
  return takeText(text, at + 1, at + 2, parts)
}

function takeCode(text: string, at: number, parts: (string | Run)[]): number {
  let open = at
  while (text[open] === '`') open++
  const fence = text.slice(at, open)
  for (let close = text.indexOf(fence, open); close !== -1; close = text.indexOf(fence, close)) {
    let end = close
    while (text[end] === '`') end++
    if (end - close === fence.length) {
      parts.push(text.slice(open, close).replaceAll('&', '&amp;'))
      return end
    }
    close = end
  }
  return takeText(text, at, open, parts)
}

function skipPicture(text: string, at: number): number {
  const end = findBracketEnd(text, at + 1)
  return end === -1 ? at + 1 : (skipTarget(text, end + 1) ?? end + 1)
}

const SPACED_LABEL = / {1,3}\[([^[\]^\n]{0,200})\](?![([:])/y

/** Behind the label of `[the plan] [1]`; null where it is none. */
function skipSpacedLabel(
  text: string,
  end: number,
  words: string,
  isDefined: (label: string) => boolean,
): number | null {
  SPACED_LABEL.lastIndex = end + 1
  const label = SPACED_LABEL.exec(text)?.[1]
  if (label === undefined) return null
  const isLink = label === '' ? isDefined(words) : isDefined(label) && !isDefined(words)
  return isLink ? SPACED_LABEL.lastIndex : null
}

/** A link, a footnote's mark, a shortcode, or words that stand in brackets. */
function takeBracket(
  text: string,
  at: number,
  isDefined: (label: string) => boolean,
  parts: (string | Run)[],
  depth: number,
): number {
  const end = findBracketEnd(text, at)
  if (end === -1 || depth > MAX_DEPTH) return takeText(text, at, at + 1, parts)
  const inner = text.slice(at + 1, end)
  if (inner.startsWith('^')) return end + 1
  const behindShortcode = skipShortcode(text, at, end)
  if (behindShortcode !== null) return behindShortcode
  const behindTarget = skipTarget(text, end + 1) ?? skipSpacedLabel(text, end, inner, isDefined)
  const isLink = behindTarget !== null || isDefined(inner)
  if (!isLink) parts.push('[')
  collect(inner, isDefined, parts, depth + 1)
  if (!isLink) parts.push(']')
  return behindTarget ?? end + 1
}
