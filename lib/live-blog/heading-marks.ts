import { parseAttributeList } from '#lib/markdown/tree/attribute-list.ts'

/** What stands in braces at the end of an update's heading. `updated` is as written. */
export type HeadingMarks = {
  words: string
  isKey: boolean
  isPinned: boolean
  by: string | null
  updated: string | null
  /** Marks that mean nothing; they are left in the words. */
  unknown: string[]
}

const MAX_MARKS = 8
const MAX_NAME = 200

/**
 * Takes the marks off a heading: `Polls close {key} {by: Ada Quill}`, or several in one pair of braces, `{key, pin}`. An
 * attribute list (`{#id .class}`) is taken off and not used: an update has an id.
 */
export function takeMarks(heading: string): HeadingMarks {
  const marks: HeadingMarks = {
    words: heading.trim(),
    isKey: false,
    isPinned: false,
    by: null,
    updated: null,
    unknown: [],
  }
  for (let taken = 0; taken < MAX_MARKS && marks.words.endsWith('}'); taken += 1) {
    const at = marks.words.lastIndexOf('{')
    if (at === -1) break
    const inner = marks.words.slice(at + 1, -1)
    if (!addMarks(marks, inner)) {
      marks.unknown.push(inner)
      break
    }
    marks.words = marks.words.slice(0, at).trimEnd()
  }
  return marks
}

/** All of them or none: `{maybe, pin}` stays as it is. */
function addMarks(marks: HeadingMarks, inner: string): boolean {
  const parts = inner.split(',').map((part) => part.trim())
  const read = parts.map(readMark)
  if (read.every((mark) => mark !== null)) {
    for (const mark of read) Object.assign(marks, mark)
    return true
  }
  return parseAttributeList(inner) !== null
}

function readMark(mark: string): Partial<HeadingMarks> | null {
  const colon = mark.indexOf(':')
  const name = (colon === -1 ? mark : mark.slice(0, colon)).trim().toLowerCase()
  const value = colon === -1 ? '' : mark.slice(colon + 1).trim()
  if (name === 'key' && value === '') return { isKey: true }
  if ((name === 'pin' || name === 'pinned') && value === '') return { isPinned: true }
  if (name === 'by' && value !== '' && value.length <= MAX_NAME) return { by: value }
  return name === 'updated' && value !== '' ? { updated: value } : null
}
