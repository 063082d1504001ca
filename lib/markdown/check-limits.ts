import { BODY_LIMITS, formatExcess } from '#lib/content/limits.ts'
import { listLines } from '#lib/text/list-lines.ts'
import { isLoneHeading } from './block-boundaries.ts'
import { type CodeMark, countLoneCodeMarks } from './lone-marks.ts'

type Name = keyof typeof BODY_LIMITS
type Counts = Record<Name, number>

const QUOTE_IN_LIST = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+>|^[ \t]*>[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/
/** The first mark of a quotation, a list's item, a heading or the line below one; of numbers, what is behind them. */
const LINE_KIND = /^[ \t]*(?:\d{1,9}(?=[.)][ \t]))?([>=#]|[-+*](?=[ \t]|$)|--|[.)](?=[ \t]))/
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)|^ {0,3}(?:==+|--+)[ \t]*$/
const FOOTNOTE = /^ {0,3}\[\^[^[\]]{1,999}\]:/
const DEFINITION = /^ {0,3}\[[^^[\]][^[\]]{0,999}\]:/

/**
 * The limit a body exceeds and how to keep to it, in words for its editor; null when it keeps to all. One pass over the
 * text without a parser: what is counted may be code, which the limits leave room for.
 */
export function findExcess(markdown: string): string | null {
  const counts = countMarks(markdown)
  for (const [name, count] of counts) {
    const limit = BODY_LIMITS[name]
    if (count > limit.most) return `${formatExcess(limit, count)}. ${limit.hint}`
  }
  return null
}

function countMarks(markdown: string): Map<Name, number> {
  const most = new Map<Name, number>([['characters', markdown.length]])
  if (markdown.length > BODY_LIMITS.characters.most) return most
  const raise = (name: Name, count: number) => most.set(name, Math.max(most.get(name) ?? 0, count))
  const add = (name: Name) => most.set(name, (most.get(name) ?? 0) + 1)
  let block = startBlock()
  for (const { text: line } of listLines(markdown)) {
    add('lines')
    if (line.trim() === '') {
      raise('loneCodeMarks', countLoneCodeMarks(block.codeMarks))
      block = startBlock()
    }
    readBlockLine(block, line)
    for (const name of BLOCK_LIMITS) raise(name, block[name])
    if (HEADING.test(line)) add('headings')
    if (FOOTNOTE.test(line)) add('footnotes')
    if (DEFINITION.test(line)) add('definitions')
    if (line.includes('](')) countLinks(line, add)
  }
  raise('loneCodeMarks', countLoneCodeMarks(block.codeMarks))
  return most
}

const BLOCK_LIMITS = [
  'blockLines',
  'nestedLines',
  'blockChanges',
  'blockMarks',
  'inlineDepth',
  'loneBrackets',
  'columns',
  'cells',
] as const satisfies readonly Name[]

type Block = Pick<Counts, (typeof BLOCK_LIMITS)[number]> & {
  isHtml: boolean
  open: number
  closed: number
  codeMarks: CodeMark[]
  /** What the line above looks like. */
  kind: string
}

function startBlock(): Block {
  const lines = { blockLines: 0, nestedLines: 0, blockChanges: 0, columns: 0, cells: 0 }
  const marks = { blockMarks: 0, inlineDepth: 0, loneBrackets: 0, codeMarks: [] }
  return { ...lines, ...marks, isHtml: false, open: 0, closed: 0, kind: '' }
}

const MARKS = new Set(['*', '_', '~'])

function readBlockLine(block: Block, line: string): void {
  if (block.blockLines === 0) block.isHtml = line.trimStart().startsWith('<')
  block.blockLines += 1
  if (QUOTE_IN_LIST.test(line)) block.nestedLines += 1
  countChange(block, line)
  let bars = 0
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (character === '\\') {
      // In code, to which these may belong, a backslash is one.
      if (line[at + 1] === '`') at += readCodeMark(block, line, at + 1, true)
      else at += 1
    } else if (character === '`') at += readCodeMark(block, line, at, false) - 1
    else if (character === '|') bars += 1
    else if (character === '[') openBracket(block)
    else if (character === ']') closeBracket(block)
    else if (MARKS.has(character) || (character === '<' && !block.isHtml)) block.blockMarks += 1
  }
  // Every row of a table gets as many cells as its head has.
  block.columns = Math.max(block.columns, bars)
  if (bars > 0) block.cells += block.columns
}

/** What is read apart from what stands above begins anew at a heading. */
function countChange(block: Block, line: string): void {
  const [, kind = ''] = LINE_KIND.exec(line) ?? []
  if (isLoneHeading(line)) block.blockChanges = 0
  else if (kind !== block.kind) block.blockChanges += 1
  block.kind = kind
}

/** The length of the run of backticks that begins at `at`. */
function readCodeMark(block: Block, line: string, at: number, isEscaped: boolean): number {
  let end = at
  while (line[end] === '`') end += 1
  block.codeMarks.push({ size: end - at, isEscaped })
  block.blockMarks += end - at - Number(isEscaped)
  return end - at
}

function openBracket(block: Block): void {
  block.blockMarks += 1
  block.open += 1
  block.closed = 0
}

/** Brackets that close one after the other were in one another. */
function closeBracket(block: Block): void {
  if (block.open === 0) {
    block.loneBrackets += 1
    return
  }
  block.open -= 1
  block.closed += 1
  block.inlineDepth = Math.max(block.inlineDepth, block.closed)
}

function countLinks(line: string, add: (name: 'links' | 'images') => void): void {
  for (let at = line.indexOf(']('); at !== -1; at = line.indexOf('](', at + 1)) add('links')
  for (let at = line.indexOf('!['); at !== -1; at = line.indexOf('![', at + 1)) add('images')
}
