/** One entry of the file, its fields by name and its sections by name; sections that repeat are counted. */
export type MovableTypeRecord = {
  line: number
  fields: ReadonlyMap<string, readonly string[]>
  sections: ReadonlyMap<string, string>
  counted: ReadonlyMap<string, number>
  isCut: boolean
}

const MAX_CHARACTERS = 8_000_000
const REPEATED = new Set(['COMMENT', 'PING'])

/** What an entry begins with; a line of eight hyphens before anything else is a rule in a text. */
const FIELD =
  /^(?:AUTHOR|TITLE|BASENAME|STATUS|ALLOW (?:COMMENTS|PINGS)|CONVERT BREAKS|DATE|PRIMARY CATEGORY|CATEGORY|TAGS|UNIQUE URL|NO ENTRY|IMAGE):/

type Lines = { lines: string[]; length: number; start: number }

/**
 * The entries of a Movable Type (or TypePad) export, one at a time: fields up to the first line of five hyphens, then
 * sections between such lines, up to a line of eight.
 *
 * @see https://movabletype.org/documentation/appendices/import-export-format.html
 */
export async function* readRecords(texts: AsyncIterable<string>): AsyncGenerator<MovableTypeRecord> {
  let held: Lines | null = null
  for await (const block of listBlocks(texts)) {
    const first = block.lines.find((line) => line.trim() !== '')
    if (first === undefined) continue
    if (held === null || FIELD.test(first)) {
      if (held !== null) yield toRecord(held)
      held = block
    } else held = join(held, block)
  }
  if (held !== null) yield toRecord(held)
}

function join({ lines, length, start }: Lines, behind: Lines): Lines {
  const isFull = length > MAX_CHARACTERS
  return {
    lines: isFull ? lines : [...lines, '--------', ...behind.lines],
    length: length + behind.length,
    start,
  }
}

/** The lines between lines of eight hyphens. */
async function* listBlocks(texts: AsyncIterable<string>): AsyncGenerator<Lines> {
  let block: Lines = { lines: [], length: 0, start: 1 }
  let number = 0
  for await (const line of splitLines(texts)) {
    number += 1
    if (line.trimEnd() === '--------') {
      yield block
      block = { lines: [], length: 0, start: number + 1 }
    } else {
      block.length += line.length + 1
      if (block.length <= MAX_CHARACTERS) block.lines.push(line)
    }
  }
  yield block
}

async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const text of texts) {
    const lines = (held + text).split('\n')
    held = lines.pop() ?? ''
    // A line that never ends is cut where no line of this format goes on.
    if (held.length > MAX_CHARACTERS) held = held.slice(0, MAX_CHARACTERS)
    yield* lines
  }
  yield held
}

/** Sections of texts, and those of programs that are nobody's text: a name alone on its line. */
const SECTION = /^(?:(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s?(.*)|([A-Z][A-Z ]{0,40}):\s*)$/

function toRecord({ lines, length, start }: Lines): MovableTypeRecord {
  const [head = [], ...parts] = splitAt(lines, '-----')
  const sections = new Map<string, string>()
  const counted = new Map<string, number>()
  let last = ''
  for (const [first = '', ...rest] of parts) {
    const [line, known, begun = '', other] = SECTION.exec(first) ?? []
    const name = known ?? other ?? ''
    if (REPEATED.has(name)) counted.set(name, (counted.get(name) ?? 0) + 1)
    else if (name !== '') sections.set(name, [begun, ...rest].join('\n').trim())
    // Five hyphens with no name below them are a rule in the text above.
    else if (sections.has(last) && [first, ...rest].some((text) => text.trim() !== ''))
      sections.set(last, [sections.get(last), '', '-----', first, ...rest].join('\n').trim())
    if (line !== undefined) last = name
  }
  return { line: start, fields: readFields(head), sections, counted, isCut: length > MAX_CHARACTERS }
}

function splitAt(lines: string[], mark: string): string[][] {
  const parts: string[][] = [[]]
  for (const line of lines) {
    if (line.trimEnd() === mark) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts
}

function readFields(lines: string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toUpperCase()
    const value = line.slice(at + 1).trim()
    if (at > 0 && value !== '') fields.set(name, [...(fields.get(name) ?? []), value])
  }
  return fields
}
