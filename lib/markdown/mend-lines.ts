import { escapeTex, mendWords } from '#lib/content/inline/mend-words.ts'
import { listLines } from '#lib/text/list-lines.ts'

const FENCE = /^[ \t>]*(```+|~~~+)/
const INDENTED = /^(?: {4}|\t)/
const HEADING = /^( {0,3}#{2,6})(?=[\p{L}\p{N}])/u
const SPACED_HEADING = /^( {0,3}#{1,6})[\u00a0\u2000-\u200a\u202f\u3000]+/
const CONTENTS = /^ {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$/i
/** A link's label and address: a block of its own even right below words. */
const LABEL = /^ {0,3}\[[^^[\]][^[\]]{0,200}\]:[ \t]*<?(?:https?:\/\/|www\.|mailto:|[./#])\S/i
const ABBREVIATION = /^ {0,3}\*\[[^[\]]{1,60}\]:[ \t]/
const VERBATIM = /<(\/?)(?:pre|script|style|textarea)\b/gi

/** What of this one of the signs below has in it: most texts have none. */
const SIGNS =
  /==|\+\+|\$|\^\[|\]\{|\\[([]|\]:|:[a-z0-9_+-]{1,60}:|#[\p{L}\p{N}\u00a0\u2000-\u200a\u202f\u3000]|[~^|]|[^\t -~\n]|\]\(|\[\[|\[_?toc/iu

/**
 * Writing that other programs read and CommonMark does not → what CommonMark reads, line by line, outside code:
 *
 * - `##Heading`, and a heading whose space is not a plain one
 * - a table without a head, or whose rule has more or fewer cells than its head
 * - `$$` … `$$`, and within a line what `mendWords` says
 * - `[TOC]`, which stands for what the page has anyway, and `*[HTML]: …`, which explains an abbreviation
 * - `[plan]: https://…` right below words
 */
export function mendLines(text: string): string {
  if (!SIGNS.test(text)) return text
  const shown: string[] = []
  let fence: string | null = null
  let isVerbatim = false
  let formula: string[] | null = null
  for (const { text: line, start } of listLines(text)) {
    const marks = FENCE.exec(line)?.[1] ?? null
    if (formula === null && fence !== null) {
      if (marks?.startsWith(fence) && line.trim() === marks) fence = null
      shown.push(line)
      continue
    }
    if (formula === null && marks !== null) fence = marks
    if (formula !== null && line.trim() === '') {
      // A formula has no blank line in it.
      shown.push('$$', ...formula, '')
      formula = null
      continue
    }
    if (formula !== null) {
      const end = line.indexOf('$$')
      formula.push(end === -1 ? line : line.slice(0, end))
      if (end === -1) continue
      shown.push(...writeFormula(formula.join('\n')), line.slice(end + 2))
      formula = null
      continue
    }
    const wasVerbatim = isVerbatim
    for (const [, slash] of line.matchAll(VERBATIM)) isVerbatim = slash === ''
    if (fence !== null || wasVerbatim || isVerbatim || INDENTED.test(line)) shown.push(line)
    else if (line.trim() === '$$' && text.includes('$$', start + line.length)) formula = []
    else mendLine(line, shown, () => readLine(text, start + line.length + 1))
  }
  if (formula !== null) shown.push('$$', ...formula)
  return shown.join('\n')
}

/** How much of the next line is looked at. */
const MAX_LOOK = 1_000

function readLine(text: string, start: number): string {
  return text.slice(start, start + MAX_LOOK).split('\n', 1)[0] ?? ''
}

function mendLine(line: string, shown: string[], readNext: () => string): void {
  const trimmed = line.trim()
  if (CONTENTS.test(line) || ABBREVIATION.test(line)) shown.push('')
  else if (LABEL.test(line)) {
    const above = shown.at(-1) ?? ''
    shown.push(...(above.trim() === '' || LABEL.test(above) ? [line] : ['', line]))
  } else if (
    trimmed.length > 4 &&
    trimmed.startsWith('$$') &&
    trimmed.endsWith('$$') &&
    !trimmed.slice(2, -2).includes('$$')
  )
    shown.push(...writeFormula(trimmed.slice(2, -2)))
  else if (isRule(line)) shown.push(...mendTable(line, shown, readNext))
  else shown.push(mendWords(mendHeading(line)))
}

function mendHeading(line: string): string {
  return line.replace(SPACED_HEADING, '$1 ').replace(HEADING, '$1 ')
}

function writeFormula(tex: string): string[] {
  return ['', `<pre><code class="language-math">${escapeTex(tex.trim())}</code></pre>`, '']
}

/** The row of dashes below a table's head: `|---|:--:|`. */
function isRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[|:\- \t]+$/.test(line)
}

/** The rule as CommonMark's tables want it, with a head above it: as many cells as that, or empty ones. */
function mendTable(rule: string, shown: string[], readNext: () => string): string[] {
  const cells = splitCells(rule)
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return [rule]
  const above = shown.at(-1) ?? ''
  if (above.trim() === '') return readNext().includes('|') ? [writeRow(cells.map(() => '')), rule] : [rule]
  const head = splitCells(above)
  if (!above.includes('|') || head.length === cells.length) return [rule]
  if (head.length < cells.length) {
    shown[shown.length - 1] = writeRow([...head, ...cells.slice(head.length).map(() => '')])
    return [rule]
  }
  return [writeRow([...cells, ...head.slice(cells.length).map(() => '---')])]
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The cells of a row, at each `|` that no backslash stands before. */
function splitCells(row: string): string[] {
  const cells: string[] = ['']
  const inner = row.trim().replace(/^\|/, '')
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner.charAt(at)
    if (character === '|') cells.push('')
    else cells[cells.length - 1] += character === '\\' ? inner.slice(at, ++at + 1) : character
  }
  if (cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}
