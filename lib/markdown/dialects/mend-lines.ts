import { mendDefinition } from '#lib/content/inline/link-targets.ts'
import { escapeTex, mendWords } from '#lib/content/inline/mend-words.ts'
import { joinLabels } from '#lib/content/inline/spaced-labels.ts'
import { listLines } from '#lib/text/list-lines.ts'

const FENCE = /^[ \t>]*(```+|~~~+)/
const INDENTED = /^(?: {4}|\t)/
const HEADING = /^( {0,3}#{2,6})(?=[\p{L}\p{N}])/u
const SPACED_HEADING = /^( {0,3}#{1,6})[\u00a0\u2000-\u200a\u202f\u3000]+/
const CONTENTS = /^ {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$/i
/** A link's label and address: a block of its own even right below words. */
const LABEL = /^ {0,3}\[[^^[\]][^[\]]{0,200}\]:[ \t]*<?(?:https?:\/\/|www\.|mailto:|[./#])\S/i
const ABBREVIATION = /^ {0,3}\*\[[^[\]]{1,60}\][ \t]?:(?:[ \t]|$)/
const VERBATIM = /<(\/?)(?:pre|script|style|textarea)\b/gi

/** What of this one of the signs below has in it: most texts have none. */
const SIGNS =
  /\*\*|==|\+\+|<www|<br|<hr|<\/|\] {1,3}\[|\]\s?:|\$|\^\[|\]\{|\\[([]|\]:|:[a-z0-9_+-]{1,60}:|#[\p{L}\p{N}\u00a0\u2000-\u200a\u202f\u3000]|[~^|]|[^\t -~\n]|\][ \t]?\(|\[\[|\[_?toc|\[\/|%\[|\(\w{3,7}: |\{:?[ \t]?toc|\\begin\{/iu

/**
 * Writing that other programs read and CommonMark does not → what CommonMark reads, line by line, outside code:
 *
 * - `##Heading`, and a heading whose space is not a plain one
 * - a table without a head, or whose rule has more or fewer cells than its head
 * - `$$` … `$$`, and within a line what `mendWords` says
 * - `[TOC]`, which stands for what the page has anyway, and `*[HTML]: …`, which explains an abbreviation
 * - `[plan]: https://…` right below words
 * - a row whose code has a `|` in it, and kramdown's list that stands for a table of contents
 */
export function mendLines(text: string): string {
  if (!SIGNS.test(text)) return text
  const shown: string[] = []
  const isDefined = createLabels(text)
  let fence: string | null = null
  let isVerbatim = false
  let formula: string[] | null = null
  let opening = '$$'
  let ending = '$$'
  let cells = 0
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
      shown.push(opening, ...formula, '')
      formula = null
      continue
    }
    if (formula !== null) {
      const end = line.indexOf(ending)
      formula.push(end === -1 ? line : line.slice(0, end))
      if (end === -1) continue
      const environment = ending.startsWith('\\end') ? opening : ''
      shown.push(
        ...writeFormula(`${environment}${formula.join('\n')}${environment === '' ? '' : ending}`),
        line.slice(end + ending.length),
      )
      formula = null
      continue
    }
    const wasVerbatim = isVerbatim
    for (const [, slash] of line.matchAll(VERBATIM)) isVerbatim = slash === ''
    const closing = findFormulaEnd(line.trim())
    cells = countCells(line, cells)
    const readNext = () => readLine(text, start + line.length + 1)
    if (fence !== null || wasVerbatim || isVerbatim || INDENTED.test(line)) shown.push(line)
    else if (closing !== null && text.includes(closing, start + line.length)) {
      formula = []
      ending = closing
      opening = line.trim()
    } else if (CONTENTS_LIST.test(line) && CONTENTS_MARK.test(readNext())) shown.push('')
    else if (cells > 0 && ATTRIBUTES.test(line)) shown.push('', line)
    else mendLine(joinLabels(cells > 0 ? keepCodeWhole(line, cells) : line, isDefined), shown, readNext)
  }
  if (formula !== null) shown.push(opening, ...formula)
  return shown.join('\n')
}

/** A label's definition, in a quotation too. */
const ANY_LABEL = /^[ \t>]{0,12}\[([^[\]^][^[\]]{0,200})\]:[ \t]*\S/gm

/** Whether the text defines a label; in any case, as Markdown compares them. */
function createLabels(text: string): (label: string) => boolean {
  let known: Set<string> | null = null
  return (label) => {
    known ??= new Set(Array.from(text.matchAll(ANY_LABEL), ([, name = '']) => name.trim().toLowerCase()))
    return known.has(label.trim().toLowerCase())
  }
}

const ENVIRONMENT =
  /^\\begin\{((?:equation|align|aligned|gather|gathered|multline|eqnarray|displaymath|math|cases|split)\*?)\}$/
const CONTENTS_LIST = /^ {0,3}(?:[*+-]|\d{1,3}\.)[ \t]/
const CONTENTS_MARK = /^\s{0,5}\{:\s{0,3}toc\b/
const ATTRIBUTES = /^ {0,3}\{:[^{}\n]{0,300}\}[ \t]*$/

/** What ends a formula that begins on a line of its own; null for a line that begins none. */
function findFormulaEnd(line: string): string | null {
  if (line === '$$') return '$$'
  if (line === '\\[' || line === '\\\\[') return `${line.slice(0, -1)}]`
  const environment = ENVIRONMENT.exec(line)?.[1]
  return environment === undefined ? null : `\\end{${environment}}`
}

/** How many cells the rows of the table have that goes on with this line; 0 outside tables. */
function countCells(line: string, before: number): number {
  if (isRule(line)) return splitCells(line).length
  return line.includes('|') || (before > 0 && line.trim() !== '') ? before : 0
}

/** A `|` within code parts no cells where the row has too many otherwise. */
function keepCodeWhole(row: string, cells: number): string {
  if (!row.includes('`') || splitCells(row).length <= cells) return row
  return row.replace(/`[^`\n]{1,500}`/g, (code) => code.replace(/(?<!\\)\|/g, '\\|'))
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
    const definition = mendDefinition(line)
    shown.push(...(above.trim() === '' || LABEL.test(above) ? [definition] : ['', definition]))
  } else if (
    trimmed.length > 4 &&
    trimmed.startsWith('$$') &&
    trimmed.endsWith('$$') &&
    !trimmed.slice(2, -2).includes('$$')
  )
    shown.push(...writeFormula(trimmed.slice(2, -2)))
  else if (isRule(line)) shown.push(...mendTable(line, shown, readNext))
  else {
    if (!HTML_OR_BLANK.test(line) && ENDS_HTML.test(shown.at(-1) ?? '')) shown.push('')
    shown.push(mendWords(mendHeading(line)))
  }
}

/** A line that is one of these alone would have what is below it be HTML: it begins a block of its own. */
const ENDS_HTML =
  /^[ \t]*(?:<[bh]r[ \t]{0,2}\/?>|<\/(?:div|table|ul|ol|dl|section|article|aside|blockquote|figure|details|center|iframe|p|h[1-6])>)[ \t]*$/i
const HTML_OR_BLANK = /^(?:[ \t]*<|[ \t]*$| {4}|\t)/

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

/** A table in a list's item. */
const LIST_MARK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/

/** The rule as CommonMark's tables want it, with a head above it: as many cells as that, or empty ones. */
function mendTable(rule: string, shown: string[], readNext: () => string): string[] {
  const cells = splitCells(rule)
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return [rule]
  const above = shown.at(-1) ?? ''
  if (above.trim() === '') return readNext().includes('|') ? [writeRow(cells.map(() => '')), rule] : [rule]
  const head = splitCells(above)
  if (!above.includes('|') || head.length === cells.length || LIST_MARK.test(above)) return [rule]
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
