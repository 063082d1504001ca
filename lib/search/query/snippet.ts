import { tokenize } from '../words/tokenize.ts'

/** A piece of text, marked where it has what was asked for. */
export type Part = { text: string; isMatch: boolean }

/** UTF-16 units of a story that are looked through for a snippet, and of the snippet itself. */
const MAX_READ = 40_000
const MAX_LENGTH = 200
const MAX_PAIRED_LENGTH = 110

/** What is marked: `enough` different words of these in one stretch are all that was asked for. */
export type Sought = { words: ReadonlySet<string>; enough: number }

type Mark = { word: string; start: number; end: number }

/** Where a text may be cut without dividing a word, after so many UTF-16 units at least. */
const GAP = /[ 。、，！？；：]/g
const FIRST_PIECE = 400

/** The text with its matches marked. */
export function markText(text: string, { words }: Sought): Part[] {
  return toParts(text, listMarks(text, words), 0, text.length)
}

/**
 * The first stretch of a text that has most of the words, marked; its beginning where it has none. Ellipses say where it
 * was cut. What comes after a stretch that has all is not read.
 */
export function cutSnippet(text: string, sought: Sought): Part[] {
  const read = text.slice(0, MAX_READ).toWellFormed()
  const length = isDense(read) ? MAX_PAIRED_LENGTH : MAX_LENGTH
  const { marks, start } = findStretch(read, sought, length)
  const from = start === null ? 0 : toStart(read, start, length)
  const to = toEnd(read, Math.min(from + length, read.length))
  return [
    ...(from > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...toParts(read, marks, from, to),
    ...(to < text.length ? [{ text: ' …', isMatch: false }] : []),
  ]
}

/** Reads piece by piece, each as long as all before it, until a stretch has enough and is read to its end. */
function findStretch(text: string, { words, enough }: Sought, length: number) {
  const marks: Mark[] = []
  let best: Stretch | null = null
  for (let at = 0, size = FIRST_PIECE; at < text.length; size = at) {
    const end = toGap(text, at + size)
    const found = listMarks(text.slice(at, end), words)
    for (const mark of found) marks.push({ ...mark, start: mark.start + at, end: mark.end + at })
    at = end
    if (found.length > 0) best = findBest(marks, length)
    if (best !== null && best.words >= enough && best.start + length <= at) break
  }
  return { marks, start: best?.start ?? null }
}

function toGap(text: string, at: number): number {
  GAP.lastIndex = at
  const gap = GAP.exec(text)
  return gap === null ? text.length : gap.index + 1
}

function listMarks(text: string, words: ReadonlySet<string>): Mark[] {
  return tokenize(text).filter(({ word }) => words.has(word))
}

type Stretch = { words: number; start: number }

/** Where the first stretch of `length` begins that has most different words. */
function findBest(marks: readonly Mark[], length: number): Stretch {
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
  return best
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
