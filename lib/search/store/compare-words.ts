import { listWords } from '../words/tokenize.ts'
import { type Field, type FieldTexts, MAX_WORDS, type StoryWords } from './index-story.ts'

type Versions = { before: FieldTexts; after: FieldTexts; words: StoryWords }

/** Words a story had and has no more, and those it has now and had not. */
type Difference = { lost: ReadonlySet<string>; gained: ReadonlySet<string> }

const FIELDS: readonly Field[] = ['body', 'title', 'standfirst', 'authors', 'tags']

/**
 * What two versions of a story differ in. Only what stands between the first and the last difference of a field is taken apart:
 * a save of a long story changes little of it.
 *
 * @param versions `words` are those of `after`
 */
export function compareWords({ before, after, words }: Versions): Difference {
  const removed = new Set<string>()
  const added = new Map<string, number>()
  for (const field of FIELDS) {
    const part = listChanged(before[field], after[field], words[field].length)
    for (const word of part.removed) removed.add(word)
    countInto(added, part.added)
  }
  const total = countAmong(words, new Set([...removed, ...added.keys()]))
  const isOnlyAdded = (word: string) => !removed.has(word) && total.get(word) === added.get(word)
  return {
    lost: new Set([...removed].filter((word) => !total.has(word))),
    gained: new Set([...added.keys()].filter(isOnlyAdded)),
  }
}

/**
 * The words of the parts of a field that are not the same. Where a text has more words than are indexed, those of all of it:
 * which of them count depends on how many stand before them.
 *
 * @param count words of `after` that are indexed
 */
function listChanged(before: string, after: string, count: number): { removed: string[]; added: string[] } {
  const [start, end] = measureSame(before, after)
  const removed = listWords(before.slice(start, before.length - end), MAX_WORDS)
  const added = listWords(after.slice(start, after.length - end), MAX_WORDS)
  if (count < MAX_WORDS && count - added.length + removed.length < MAX_WORDS) return { removed, added }
  return { removed: listWords(before, MAX_WORDS), added: listWords(after, MAX_WORDS) }
}

/** How many UTF-16 units are the same at the start and at the end of two texts, up to a space: no word has one. */
function measureSame(before: string, after: string): [number, number] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (end < most - start && isSameFromEnd(before, after, end)) end += 1
  const space = before.indexOf(' ', before.length - end)
  return [start === 0 ? 0 : before.lastIndexOf(' ', start - 1) + 1, space === -1 ? 0 : before.length - space]
}

function isSameFromEnd(before: string, after: string, at: number): boolean {
  return before.charCodeAt(before.length - 1 - at) === after.charCodeAt(after.length - 1 - at)
}

function countInto(counts: Map<string, number>, words: readonly string[]): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** How often each of the sought words is among those of a story; those that are not are left out. */
function countAmong(words: StoryWords, sought: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const field of FIELDS) {
    countInto(
      counts,
      words[field].filter((word) => sought.has(word)),
    )
  }
  return counts
}
