import matter from 'gray-matter'
import { parse as parseToml } from 'smol-toml'
import type { Diagnostic, Parsed } from '../diagnostic.ts'
import { FRONT_MATTER_LIMITS, reportExcess } from '../limits.ts'
import { readBodyHeader } from './body-header.ts'
import { type FencedText, splitFences } from './fences.ts'
import { reportLanguage, reportLate, reportSyntaxError, reportUnclosed } from './front-matter-problems.ts'
import { type PlainValues, toPlainValues } from './plain-values.ts'
import { parseYaml } from './yaml-rescue.ts'

/** A file after its fences: keys and values as written, and the Markdown below them. */
export type FrontMatter = Pick<FencedText, 'block' | 'blockLine' | 'body' | 'bodyLine'> & {
  values: PlainValues
}

const readers = {
  yaml: parseYaml,
  yml: parseYaml,
  json: (block: string): Parsed<unknown> => ({ value: JSON.parse(block), diagnostics: [] }),
  toml: (block: string): Parsed<unknown> => ({ value: parseToml(block, { maxDepth: 100 }), diagnostics: [] }),
} satisfies Record<string, (block: string) => Parsed<unknown>>

/** gray-matter runs what stands between `---js` fences, unless told otherwise under each name it knows. */
const noEngine = {
  parse: (): object => {
    throw new Error('front matter that is code is never run')
  },
}
const codeEngines = {
  js: noEngine,
  javascript: noEngine,
  coffee: noEngine,
  coffeescript: noEngine,
  cson: noEngine,
}

const MAX_BLANK_LINES = 100

/** A fence with keys below it, and other text above it. */
const LATE_FENCE =
  /^(?!---|\+\+\+)(?:[^\n]*\n){1,5}(?:---|\+\+\+)[ \t]*\n(?:title|date|draft|layout|published)[ \t]*[:=]/i

/** A character no decoded text has, so that nothing in the block looks like its end. */
const CLOSING = '\u0000'

/** Text with `\n` line ends → its front matter; null when that cannot be read, with the reason as an error. */
export function parseFrontMatter(text: string): Parsed<FrontMatter | null> {
  const fenced = splitFences(text)
  const { kind, language, ...position } = fenced
  if (kind === 'unclosed') return { value: null, diagnostics: [reportUnclosed(position.blockLine)] }
  if (kind === 'none') {
    const value = takeBodyHeader(position)
    const isLate = Object.keys(value.values).length === 0 && LATE_FENCE.test(text.slice(0, 2_000))
    return { value, diagnostics: isLate ? [reportLate(text)] : [] }
  }
  const excess = findExcess(fenced.block)
  if (excess !== null) return { value: null, diagnostics: [excess] }
  const reader = Object.entries(readers).find(([name]) => name === language)?.[1]
  if (reader === undefined)
    return { value: null, diagnostics: [reportLanguage(language, position.blockLine)] }
  try {
    const { value: parsed, diagnostics } = runEngine(fenced.block, reader)
    return {
      value: { ...position, values: toPlainValues(parsed) },
      diagnostics: shift(diagnostics, position.blockLine),
    }
  } catch (error) {
    return { value: null, diagnostics: [reportSyntaxError(error, fenced)] }
  }
}

/** Where there is no front matter, the first lines of the text may say as much. */
function takeBodyHeader(position: Omit<FrontMatter, 'values'>): FrontMatter {
  const header = readBodyHeader(position.body)
  if (header === null) return { ...position, values: {} }
  const lines = position.body.split('\n')
  return {
    block: lines.slice(0, header.lines).join('\n'),
    blockLine: position.bodyLine,
    body: lines.slice(header.lines).join('\n'),
    bodyLine: position.bodyLine + header.lines,
    values: header.values,
  }
}

function findExcess(block: string): Diagnostic | null {
  const { characters, lines } = FRONT_MATTER_LIMITS
  if (block.length > characters.most) return reportExcess(characters, block.length)
  const count = block.split('\n').length
  return count > lines.most ? reportExcess(lines, count) : null
}

/** The line of the file a front matter key stands on; the first line of the front matter when it is not found. */
export function getKeyLine(
  { block, blockLine }: Pick<FrontMatter, 'block' | 'blockLine'>,
  key: string,
): number {
  const pattern = new RegExp(`^[ \\t{,]*["']?${RegExp.escape(key)}["']?[ \\t]*[:=]`, 'gim')
  const last = [...block.matchAll(pattern)].at(-1)
  return blockLine + (last === undefined ? 0 : block.slice(0, last.index).split('\n').length - 1)
}

function runEngine(block: string, reader: (block: string) => Parsed<unknown>): Parsed<unknown> {
  const diagnostics: Diagnostic[] = []
  const engine = (source: string): object => {
    const reading = reader(source.slice(1))
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic)
    return { parsed: reading.value }
  }
  const { data } = matter(`---broadsheet\n${thinOut(block)}\n${CLOSING}`, {
    delimiters: ['---', CLOSING],
    engines: { ...codeEngines, broadsheet: engine },
  })
  return { value: data.parsed ?? {}, diagnostics }
}

/** gray-matter looks for comments in a way that takes quadratic time over thousands of blank lines. */
function thinOut(block: string): string {
  if (block.length < 4096) return block
  let blank = 0
  return block
    .split('\n')
    .filter((line) => {
      blank = line.trim() === '' ? blank + 1 : 0
      return blank < MAX_BLANK_LINES
    })
    .join('\n')
}

function shift(diagnostics: Diagnostic[], blockLine: number): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, line: (diagnostic.line ?? 1) + blockLine - 1 }))
}
