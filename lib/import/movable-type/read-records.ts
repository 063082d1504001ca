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

/**
 * The entries of a Movable Type (or TypePad) export, one at a time: fields up to the first line of five hyphens, then
 * sections between such lines, up to a line of eight.
 *
 * @see https://movabletype.org/documentation/appendices/import-export-format.html
 */
export async function* readRecords(texts: AsyncIterable<string>): AsyncGenerator<MovableTypeRecord> {
  let lines: string[] = []
  let length = 0
  let start = 1
  let number = 0
  for await (const line of splitLines(texts)) {
    number += 1
    if (line.trimEnd() === '--------') {
      if (lines.some((text) => text.trim() !== '')) yield toRecord(lines, start, length > MAX_CHARACTERS)
      lines = []
      length = 0
      start = number + 1
    } else {
      length += line.length + 1
      if (length <= MAX_CHARACTERS) lines.push(line)
    }
  }
  if (lines.some((text) => text.trim() !== '')) yield toRecord(lines, start, length > MAX_CHARACTERS)
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

function toRecord(lines: string[], line: number, isCut: boolean): MovableTypeRecord {
  const [head = [], ...parts] = splitAt(lines, '-----')
  const sections = new Map<string, string>()
  const counted = new Map<string, number>()
  for (const [first = '', ...rest] of parts) {
    const [, name = '', begun = ''] = /^([A-Z][A-Z ]{0,40}):\s?(.*)$/.exec(first) ?? []
    if (REPEATED.has(name)) counted.set(name, (counted.get(name) ?? 0) + 1)
    else if (name !== '') sections.set(name, [begun, ...rest].join('\n').trim())
  }
  return { line, fields: readFields(head), sections, counted, isCut }
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
