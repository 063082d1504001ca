import type { DatabaseSync } from 'node:sqlite'
import { countIndexed } from '../store/count-indexed.ts'
import { isCountingBehind } from '../store/count-words.ts'
import { prepare } from '../store/prepare.ts'
import { stemWord, toStemmed } from '../words/stem-word.ts'
import { isSingleCharacter } from '../words/tokenize.ts'

/** A word of the paper and in how many stories it is, hidden ones among them: for choosing, never for telling. */
export type KnownWord = { word: string; stories: number }

/** Rows of the table of words that are looked at for one word of a query. */
const MAX_ROWS = 1_500
const MAX_VARIANTS = 12
const MAX_BEGINNINGS = 40
const MAX_PAIRS = 100

/** Pairs that begin with a character are looked for until they are in so many stories. */
const ENOUGH = 20_000
const MAX_LANGUAGES = 4
const MIN_BEGINNING = 3

/** A word in more stories than this share of them, and in more than so many, is no word to look for forms of. */
const MAX_SHARE = 0.1
const MIN_COMMON = 100

/** An ending is not longer than this. */
const MAX_ENDING = 6

/** The end of a range of words that begin alike, in the order of bytes. */
const LAST = '\u{10ffff}'

/** One-letter words and articles that Arabic and Hebrew write together with the word after them. */
const PREFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\p{Script=Arabic}{2,}$/u, ['ال', 'و', 'ب', 'ل', 'ف', 'ك', 'لل', 'وال', 'بال', 'فال', 'كال']],
  [/^\p{Script=Hebrew}{2,}$/u, ['ה', 'ו', 'ב', 'ל', 'מ', 'ש', 'כ', 'וה', 'שה', 'וב', 'ול', 'ומ', 'מה']],
]

export function findWord(database: DatabaseSync, word: string): KnownWord | null {
  const find = prepare(database, 'SELECT stories FROM search_word WHERE word = ?')
  const row = find.get(word) ?? (isCountingBehind(database) ? findUncounted(database, word) : undefined)
  return row === undefined ? null : { word, stories: Number(row.stories) }
}

/** Before words are counted, FTS5 counts one by reading all there is of it. */
function findUncounted(database: DatabaseSync, word: string) {
  return prepare(database, 'SELECT doc AS stories FROM search_vocabulary WHERE term = ?').get(word)
}

/**
 * The words of the paper that a word of a query stands for: itself first, then its inflected forms in the languages of
 * the paper and other spellings (`mueller`, `מהנמל`), the commonest first. Where there is none, words that begin so.
 */
export function listVariants(database: DatabaseSync, word: string): KnownWord[] {
  if (isSingleCharacter(word)) return takeEnough(listBeginnings(database, word, MAX_PAIRS))
  const own = findWord(database, word)
  if (own !== null && own.stories > Math.max(MIN_COMMON, countIndexed(database) * MAX_SHARE)) return [own]
  const forms = listForms(database, word)
  if (own !== null) return [own, ...forms]
  if (forms.length > 0 || word.length < MIN_BEGINNING) return forms
  return listBeginnings(database, word, MAX_BEGINNINGS)
}

/** Of a common character a few pairs find more stories than can be ranked. */
function takeEnough(pairs: readonly KnownWord[]): KnownWord[] {
  let found = 0
  return pairs.filter(({ stories }) => {
    const isWanted = found < ENOUGH
    found += stories
    return isWanted
  })
}

/** Whether the paper has inflected forms or other spellings of a word. */
export function hasForms(database: DatabaseSync, word: string): boolean {
  return listForms(database, word).length > 0
}

function listForms(database: DatabaseSync, word: string): KnownWord[] {
  const others = new Map(
    [...listInflected(database, word), ...listSpellings(database, word)]
      .filter((known) => known.word !== word)
      .map((known) => [known.word, known]),
  )
  return [...others.values()].toSorted(byStories).slice(0, MAX_VARIANTS)
}

/** The commonest words that begin so, the word itself first. */
export function listBeginnings(database: DatabaseSync, start: string, max = MAX_BEGINNINGS): KnownWord[] {
  return prepare(
    database,
    `SELECT word, stories FROM search_word WHERE word >= :start AND word < :end
     ORDER BY word = :start DESC, stories DESC, word LIMIT :max`,
  )
    .all({ start, end: start + LAST, max })
    .map((row) => ({ word: String(row.word), stories: Number(row.stories) }))
}

function byStories(one: KnownWord, other: KnownWord): number {
  return other.stories - one.stories || (one.word < other.word ? -1 : 1)
}

function listInflected(database: DatabaseSync, word: string): KnownWord[] {
  return listLanguages(database).flatMap((language) => {
    const stem = stemWord(word, language)
    const common = getCommonStart(stem, word)
    if (common.length < MIN_BEGINNING) return []
    // The last letter of a stem may be another in other forms: ferries, ferry.
    const start = common.slice(0, Math.max(MIN_BEGINNING, common.length - 1))
    return listRange(database, start, stem.length + MAX_ENDING).filter(
      (known) => stemWord(known.word, language) === stem,
    )
  })
}

function listRange(database: DatabaseSync, start: string, length: number): KnownWord[] {
  return prepare(
    database,
    `SELECT word, stories FROM search_word WHERE word >= :start AND word < :end AND length(word) <= :length
     ORDER BY word LIMIT :max`,
  )
    .all({ start, end: start + LAST, length, max: MAX_ROWS })
    .map((row) => ({ word: String(row.word), stories: Number(row.stories) }))
}

/** The languages most stories are in, as far as they have a stemmer. */
function listLanguages(database: DatabaseSync): string[] {
  const rows = prepare(
    database,
    'SELECT language FROM search_language ORDER BY stories DESC, language LIMIT 20',
  ).all()
  const stemmed = rows
    .map(({ language }) => toStemmed(String(language)))
    .filter((language) => language !== null)
  return [...new Set(stemmed)].slice(0, MAX_LANGUAGES)
}

function getCommonStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return one.slice(0, length)
}

function listSpellings(database: DatabaseSync, word: string): KnownWord[] {
  const plain = word.replace(/([aou])e/g, '$1')
  const prefixes = PREFIXES.find(([script]) => script.test(word))?.[1] ?? []
  const spellings = [
    ...(plain === word || plain.length < MIN_BEGINNING ? [] : [plain]),
    ...prefixes.map((prefix) => prefix + word),
    ...prefixes.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length)),
  ]
  return spellings
    .filter((spelling) => spelling.length > 1)
    .map((spelling) => findWord(database, spelling))
    .filter((known) => known !== null)
}
