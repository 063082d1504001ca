import type { DatabaseSync } from 'node:sqlite'
import { SHOWN_POST } from '#lib/index/live.ts'
import { hasForms, listVariants } from './query/list-variants.ts'
import { parseQuery, type Query, type Term } from './query/parse-query.ts'
import { prepare } from './store/prepare.ts'
import { toPlace } from './store/to-place.ts'
import { getDistance } from './words/get-distance.ts'
import { isSpelt, listTypoKeys } from './words/typo-keys.ts'

/** Which stories may be told of: those live at `now`, without the slugs in `withheld`. */
type Shown = { now: Date; withheld?: readonly string[] }

const MAX_CANDIDATES = 12
const MAX_COUNTED = 50

/**
 * Other spellings of a query, the likeliest first, at most three. A word is respelt only if no story that is live has it, and
 * only as a word that such a story has: the words of hidden stories are never told.
 */
export function suggest(
  database: DatabaseSync,
  written: string,
  { timeZone, ...shown }: Shown & { timeZone: string },
): string[] {
  return suggestFor(database, parseQuery(written, timeZone), shown)
}

/** The same for a query that was read. */
export function suggestFor(database: DatabaseSync, query: Query, shown: Shown): string[] {
  const unknown = query.terms.filter((term) => isUnknown(database, term, shown))
  const found = unknown.map((term) => ({ term, words: listRespelt(database, term.words[0] ?? '', shown) }))
  const respelt = found.filter(({ words }) => words.length > 0)
  const choices = Math.min(3, Math.max(0, ...respelt.map(({ words }) => words.length)))
  const texts = Array.from({ length: choices }, (_, choice) => {
    const words = respelt.map(({ term, words }) => ({ term, word: words[choice] ?? words[0] ?? '' }))
    return replaceTerms(query.text, words)
  })
  return [...new Set(texts)]
}

/** A longer word that stories only have words beginning with may be a slip all the same. */
const MIN_BEGINNING = 5

function isUnknown(database: DatabaseSync, term: Term, shown: Shown): boolean {
  const [word = '', ...more] = term.words
  if (more.length > 0 || term.isPrefix || !isSpelt(word)) return false
  const isLive = (form: string) => countLive(database, form, shown, 1) > 0
  if (isLive(word)) return false
  if (term.isExact) return true
  const forms = listVariants(database, word).map((known) => known.word)
  const isBeginning = forms.every((form) => form.startsWith(word)) && !hasForms(database, word)
  return (isBeginning && word.length >= MIN_BEGINNING) || !forms.some(isLive)
}

/** Live words one or two slips away: the nearest first, then the commonest. */
function listRespelt(database: DatabaseSync, word: string, shown: Shown): string[] {
  return listNear(database, word)
    .map((candidate) => ({ ...candidate, live: countLive(database, candidate.word, shown, MAX_COUNTED) }))
    .filter(({ live }) => live > 0)
    .toSorted((a, b) => a.distance - b.distance || b.live - a.live || (a.word < b.word ? -1 : 1))
    .map((candidate) => candidate.word)
}

function listNear(database: DatabaseSync, word: string): { word: string; distance: number }[] {
  const keys = listTypoKeys(word)
  const rows = prepare(
    database,
    `SELECT DISTINCT search_word.word, stories FROM json_each(?) AS asked
     CROSS JOIN search_typo ON search_typo.key = asked.value
     CROSS JOIN search_spelt ON search_spelt.id = search_typo.word
     CROSS JOIN search_word ON search_word.word = search_spelt.word`,
  ).all(JSON.stringify(keys))
  return rows
    .map((row) => ({ word: String(row.word), stories: Number(row.stories) }))
    .map((row) => ({ ...row, distance: getDistance(word, row.word) }))
    .filter(({ distance }) => distance > 0 && distance <= 2)
    .toSorted((a, b) => a.distance - b.distance || b.stories - a.stories)
    .slice(0, MAX_CANDIDATES)
}

/** In how many live stories a word is, counted no further than `max`. */
function countLive(database: DatabaseSync, word: string, { now, withheld = [] }: Shown, max: number): number {
  return prepare(
    database,
    `SELECT 1 FROM search CROSS JOIN search_story ON search_story.place = search.rowid
     CROSS JOIN post INDEXED BY post_live ON post.id = search_story.post
     WHERE search MATCH :match AND search.rowid <= :high AND ${SHOWN_POST}
     ORDER BY search.rowid DESC LIMIT :max`,
  ).all({
    match: `"${word}"`,
    high: toPlace(now.getTime()),
    now: now.getTime(),
    withheld: JSON.stringify(withheld),
    max,
  }).length
}

function replaceTerms(text: string, words: readonly { term: Term; word: string }[]): string {
  let replaced = text
  for (const { term, word } of words.toReversed()) {
    replaced = replaced.slice(0, term.start) + word + replaced.slice(term.end)
  }
  return replaced
}
