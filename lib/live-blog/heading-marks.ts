import { cleanTitle } from '#lib/content/clean/clean.ts'
import { parseAttributeList } from '#lib/markdown/tree/attribute-list.ts'

/** What stands in braces beside an update's headline. `updated` is as written. */
export type HeadingMarks = {
  words: string
  isKey: boolean
  isPinned: boolean
  by: string | null
  updated: string | null
  corrections: readonly string[]
  /** Marks that mean nothing; they are left in the words. */
  unknown: string[]
}

/** One mark as it was read. */
type Mark = Partial<Pick<HeadingMarks, 'isKey' | 'isPinned' | 'by' | 'updated'>> & { correction?: string }

const MAX_MARKS = 8
const MAX_NAME = 200
const MAX_CORRECTION = 1_000

/**
 * Takes the marks off a heading: `Polls close {key} {by: Ada Quill}`, or several in one pair of braces, `{key, pin}`; they
 * stand behind the headline or before it. An attribute list (`{#id .class}`) is taken off and not used: an update has an id.
 */
export function takeMarks(heading: string): HeadingMarks {
  const marks: HeadingMarks = {
    words: heading.trim(),
    isKey: false,
    isPinned: false,
    by: null,
    updated: null,
    corrections: [],
    unknown: [],
  }
  for (let taken = 0; taken < MAX_MARKS && takeLast(marks); taken += 1);
  for (let taken = 0; taken < MAX_MARKS && takeFirst(marks); taken += 1);
  if (marks.unknown.length === 0) marks.unknown.push(...listLeft(marks.words))
  return marks
}

function takeLast(marks: HeadingMarks): boolean {
  if (!marks.words.endsWith('}')) return false
  const at = marks.words.lastIndexOf('{')
  if (at === -1) return false
  const inner = marks.words.slice(at + 1, -1)
  if (!addMarks(marks, inner, 'front')) {
    marks.unknown.push(inner)
    return false
  }
  marks.words = marks.words.slice(0, at).trimEnd()
  return true
}

function takeFirst(marks: HeadingMarks): boolean {
  const end = marks.words.indexOf('}')
  if (!marks.words.startsWith('{') || end === -1 || !addMarks(marks, marks.words.slice(1, end), 'back'))
    return false
  marks.words = marks.words.slice(end + 1).trimStart()
  return true
}

/** Marks in the middle of a headline are reported: no reader is to see them. */
function listLeft(words: string): string[] {
  return words
    .split('{', MAX_MARKS)
    .slice(1)
    .flatMap((part) => {
      const end = part.indexOf('}')
      return end !== -1 && readMarks(part.slice(0, end)) !== null ? [part.slice(0, end)] : []
    })
}

/** All of them or none: `{maybe, pin}` stays as it is. Corrections keep the order they are written in. */
function addMarks(marks: HeadingMarks, inner: string, side: 'front' | 'back'): boolean {
  const read = readMarks(inner)
  if (read === null) return parseAttributeList(inner) !== null
  for (const { correction, ...others } of read) {
    Object.assign(marks, others)
    if (correction === undefined) continue
    const { corrections } = marks
    marks.corrections = side === 'front' ? [correction, ...corrections] : [...corrections, correction]
  }
  return true
}

/** A correction has all that stands in its braces; of others a comma parts marks, or the names of a byline. */
function readMarks(inner: string): Mark[] | null {
  const correction = readCorrection(inner)
  if (correction !== null) return [{ correction }]
  const read: Mark[] = []
  for (const part of inner.split(',')) {
    const mark = readMark(part)
    const last = read.at(-1)
    if (mark !== null) read.push(mark)
    else if (typeof last?.by === 'string' && part.trim() !== '' && !part.includes(':'))
      last.by = `${last.by}, ${cleanTitle(part)}`
    else return null
  }
  return read
}

function readCorrection(inner: string): string | null {
  const { name, value } = splitMark(inner)
  if (name !== 'correction' && name !== 'corrected') return null
  const text = cleanTitle(value)
  return text === '' || text.length > MAX_CORRECTION ? null : text
}

function readMark(mark: string): Mark | null {
  const { name, value } = splitMark(mark)
  const isSet = value === '' || /^(?:true|yes)$/i.test(value)
  if (name === 'key' && isSet) return { isKey: true }
  if ((name === 'pin' || name === 'pinned') && isSet) return { isPinned: true }
  if (name === 'by' && value !== '' && value.length <= MAX_NAME) return { by: cleanTitle(value) }
  return name === 'updated' && value !== '' ? { updated: value } : null
}

/** `by: "Ada Quill"` → its name in small letters, and its value without quotation marks around it. */
function splitMark(mark: string): { name: string; value: string } {
  const colon = mark.indexOf(':')
  const name = (colon === -1 ? mark : mark.slice(0, colon)).trim().toLowerCase()
  const written = colon === -1 ? '' : mark.slice(colon + 1).trim()
  const isQuoted = written.length > 1 && /^["“”']/.test(written) && /["“”']$/.test(written)
  return { name, value: isQuoted ? written.slice(1, -1).trim() : written }
}
