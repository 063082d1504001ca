import { tokenize } from '../words/tokenize.ts'

/** A piece of text, marked where it has what was asked for. */
export type Part = { text: string; isMatch: boolean }

/** UTF-16 units of a story that are looked through for a snippet, and of the snippet itself. */
const MAX_READ = 40_000
const MAX_LENGTH = 200
const MAX_PAIRED_LENGTH = 110

type Mark = { word: string; start: number; end: number }

/** The text with its matches marked. */
export function markText(text: string, words: ReadonlySet<string>): Part[] {
  return toParts(text, listMarks(text, words), 0, text.length)
}

/**
 * The stretch of a text that has most of the words, marked; its beginning where it has none. Ellipses say where it was cut.
 */
export function cutSnippet(text: string, words: ReadonlySet<string>): Part[] {
  const read = text.slice(0, MAX_READ).toWellFormed()
  const marks = listMarks(read, words)
  const length = isDense(read) ? MAX_PAIRED_LENGTH : MAX_LENGTH
  const from = marks.length === 0 ? 0 : toStart(read, findBest(marks, length), length)
  const to = toEnd(read, Math.min(from + length, read.length))
  return [
    ...(from > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...toParts(read, marks, from, to),
    ...(to < text.length ? [{ text: ' …', isMatch: false }] : []),
  ]
}

function listMarks(text: string, words: ReadonlySet<string>): Mark[] {
  return [...tokenize(text)].filter(({ word }) => words.has(word))
}

/** Where the first stretch of `length` begins that has most different words. */
function findBest(marks: readonly Mark[], length: number): number {
  const inside = new Map<string, number>()
  let best = { words: 0, start: 0 }
  let first = 0
  for (const mark of marks) {
    inside.set(mark.word, (inside.get(mark.word) ?? 0) + 1)
    let oldest = marks[first] ?? mark
    while (mark.end - oldest.start > length && oldest !== mark) {
      const left = (inside.get(oldest.word) ?? 1) - 1
      if (left === 0) inside.delete(oldest.word)
      else inside.set(oldest.word, left)
      first += 1
      oldest = marks[first] ?? mark
    }
    if (inside.size > best.words) best = { words: inside.size, start: oldest.start }
  }
  return best.start
}

/** A little before the first match: at a sentence's or a word's beginning. */
function toStart(text: string, at: number, length: number): number {
  const earliest = Math.max(0, at - Math.floor(length / 3))
  const before = text.slice(earliest, at)
  const sentence = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('! '))
  if (sentence !== -1) return earliest + sentence + 2
  if (earliest === 0) return 0
  const space = before.indexOf(' ')
  return space === -1 ? toBoundary(text, earliest) : earliest + space + 1
}

function toEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return at - space < 30 ? space : toBoundary(text, at)
}

/** Not between the halves of a character, nor before a mark that belongs to it. */
function toBoundary(text: string, at: number): number {
  let boundary = at
  while (boundary > 0 && /[\udc00-\udfff\p{M}\u200d]/u.test(text.charAt(boundary))) boundary -= 1
  return boundary
}

/** Whether a text is in characters of which each says as much as half a word. */
function isDense(text: string): boolean {
  const start = text.slice(0, 400)
  const dense = start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  return (dense?.length ?? 0) * 3 > start.length
}

function toParts(text: string, marks: readonly Mark[], from: number, to: number): Part[] {
  const parts: Part[] = []
  let at = from
  for (const { start, end } of marks) {
    if (end > to) break
    if (end <= at) continue
    const first = Math.max(start, at)
    if (first > at) parts.push({ text: text.slice(at, first), isMatch: false })
    const last = parts.at(-1)
    if (last?.isMatch) last.text += text.slice(first, end)
    else parts.push({ text: text.slice(first, end), isMatch: true })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), isMatch: false })
  return parts
}
