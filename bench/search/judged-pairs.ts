import { createStory, type InventedStory } from '../words/create-story.ts'
import { createSequence, pick } from '../words/sequence.ts'

export type Kind = 'title' | 'phrase' | 'inflected' | 'typo' | 'substring'

/** A query, and the file name of the story that must be among the first ten. */
export type JudgedPair = { kind: Kind; query: string; slug: string }

/** A misspelt word, and the word it was. */
export type Misspelling = { written: string; meant: string }

const PAIRS_OF_A_KIND = 40

/** 200 pairs over the first `count` stories: titles, phrases, inflected forms, misspellings and parts of words. */
export function listJudgedPairs(count: number, bytes: number): JudgedPair[] {
  return KINDS.flatMap(([kind, toQuery]) => listPairs(kind, toQuery, count, bytes))
}

/** Words of titles with one slip each. */
export function listMisspellings(count: number, bytes: number, wanted: number): Misspelling[] {
  const next = createSequence(99)
  const found: Misspelling[] = []
  while (found.length < wanted) {
    const { titleWords, language } = createStory(next() % count, bytes)
    const meant = titleWords.find(isLong)
    if (meant !== undefined && ALPHABETS.includes(language))
      found.push({ written: misspell(meant, next), meant })
  }
  return found
}

type ToQuery = (story: InventedStory, next: () => number) => string | null

const ALPHABETS = ['en', 'de', 'ar', 'he']

const KINDS: readonly (readonly [Kind, ToQuery])[] = [
  ['title', ({ title }) => title],
  ['phrase', toPhrase],
  ['inflected', toInflected],
  ['typo', toMisspelt],
  ['substring', toSubstring],
]

function listPairs(kind: Kind, toQuery: ToQuery, count: number, bytes: number): JudgedPair[] {
  const next = createSequence(kind.length * 1_000 + kind.charCodeAt(0))
  const pairs: JudgedPair[] = []
  while (pairs.length < PAIRS_OF_A_KIND) {
    const number = next() % count
    const query = toQuery(createStory(number, bytes), next)
    if (query !== null) pairs.push({ kind, query, slug: `story-${number}` })
  }
  return pairs
}

/** Five words of the body in a row, or ten characters where words have no spaces between them. */
function toPhrase({ paragraphs, space, language }: InventedStory, next: () => number): string | null {
  if (language === 'th') return null
  const paragraph = pick(paragraphs, next)
  const [sentence = ''] = paragraph.split(/[.。]/)
  const part = space === '' ? [...sentence].slice(1, 11).join('') : sentence.split(' ').slice(1, 6).join(' ')
  return `"${part}"`
}

/** Three words of an English title, one of them with another ending: another word of the same stem. */
function toInflected({ titleWords, language }: InventedStory): string | null {
  if (language !== 'en') return null
  const rare = titleWords.slice(0, 3)
  const at = rare.findIndex((word) => /[^s]s$/.test(word) && word.length > 5)
  return at === -1 ? null : rare.with(at, (rare[at] ?? '').replace(/s$/, '')).join(' ')
}

function toMisspelt({ titleWords, language }: InventedStory, next: () => number): string | null {
  const rare = titleWords.slice(0, 3)
  const at = rare.findIndex(isLong)
  if (at === -1 || !ALPHABETS.includes(language)) return null
  return rare.with(at, misspell(rare[at] ?? '', next)).join(' ')
}

/** A part of a Chinese, Japanese or Korean title, or the beginnings of three words of another. */
function toSubstring(
  { title, titleWords, space, language }: InventedStory,
  next: () => number,
): string | null {
  if (language === 'th') return null
  if (space === '') return [...title].slice(1, 6).join('')
  if (language === 'ko')
    return titleWords
      .slice(0, 3)
      .map((word) => word.slice(0, 2))
      .join(' ')
  if (next() % 2 === 0 || !titleWords.slice(0, 3).every(isLong)) return null
  return titleWords
    .slice(0, 3)
    .map((word) => `${word.slice(0, 5)}*`)
    .join(' ')
}

function isLong(word: string): boolean {
  return word.length >= 6 && !word.includes(' ')
}

/** One letter left out, doubled, changed, or swapped with the next; never the first. */
function misspell(word: string, next: () => number): string {
  const at = 1 + (next() % (word.length - 2))
  const [letter = '', following = ''] = [word[at], word[at + 1]]
  switch (next() % 4) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return (
        word.slice(0, at) +
        pick([...word].filter((other) => other !== letter).concat('e'), next) +
        word.slice(at + 1)
      )
    default:
      return letter === following
        ? word.slice(0, at) + word.slice(at + 1)
        : word.slice(0, at) + following + letter + word.slice(at + 2)
  }
}
