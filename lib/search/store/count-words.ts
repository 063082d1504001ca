import type { DatabaseSync } from 'node:sqlite'
import { isSpelt, listTypoKeys } from '../words/typo-keys.ts'
import { FACET_MARK } from './facets.ts'
import { prepare } from './prepare.ts'

/**
 * Key in `meta`: words up to its value, in the order of their bytes, are counted; greater ones are still to be. Not there when
 * all are. Counting each word of each story by itself writes a page for every word; an archive's are counted in their order.
 */
const KEY = 'words-counted'

/** Leaves counting for later: `countBehind` counts what the index holds by then. In the caller's transaction. */
export function postponeCounts(database: DatabaseSync): void {
  prepare(database, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, '')").run(KEY)
}

/** Whether words are still to be counted. */
export function isCountingBehind(database: DatabaseSync): boolean {
  return getCounted(database) !== null
}

/**
 * Counts some more words of the index, in their order, in the caller's transaction.
 *
 * @param deadline by `performance.now()`
 * @returns whether words are left
 */
export function countBehind(database: DatabaseSync, deadline: number): boolean {
  const counted = getCounted(database)
  if (counted === null) return false
  const put = prepare(database, 'INSERT INTO search_word (word, stories) VALUES (?, ?)')
  const learned: string[] = []
  let last: string | null = null
  for (const row of prepare(database, 'SELECT term, doc FROM search_vocabulary WHERE term > ?').iterate(
    counted,
  )) {
    last = String(row.term)
    if (!last.startsWith(FACET_MARK)) {
      put.run(last, Number(row.doc))
      learned.push(last)
    }
    if (performance.now() > deadline) break
  }
  learnSpellings(database, learned.filter(isSpelt))
  if (last === null) prepare(database, 'DELETE FROM meta WHERE key = ?').run(KEY)
  else prepare(database, 'UPDATE meta SET value = ? WHERE key = ?').run(last, KEY)
  return last !== null
}

/** Notes the words of a story that came: those that are counted later are passed over. */
export function countStory(database: DatabaseSync, words: ReadonlySet<string>): void {
  const count = prepare(
    database,
    `INSERT INTO search_word (word, stories) VALUES (?, 1)
     ON CONFLICT (word) DO UPDATE SET stories = stories + 1 RETURNING stories`,
  )
  const learned = listCounted(database, words).filter((word) => count.get(word)?.stories === 1)
  learnSpellings(database, learned.filter(isSpelt))
}

/** Notes that a story went, and forgets the words that no other has. */
export function uncountStory(database: DatabaseSync, words: ReadonlySet<string>): void {
  const discount = prepare(
    database,
    'UPDATE search_word SET stories = stories - 1 WHERE word = ? RETURNING stories, spelt',
  )
  for (const word of listCounted(database, words)) {
    const row = discount.get(word)
    if (row !== undefined && Number(row.stories) <= 0) forgetWord(database, word, row.spelt)
  }
}

/** Notes that so many more (or fewer) stories are in a language. */
export function countLanguage(database: DatabaseSync, language: string, stories: number): void {
  prepare(
    database,
    `INSERT INTO search_language (language, stories) VALUES (?, ?)
     ON CONFLICT (language) DO UPDATE SET stories = stories + excluded.stories`,
  ).run(language, stories)
  prepare(database, 'DELETE FROM search_language WHERE stories <= 0').run()
}

function getCounted(database: DatabaseSync): string | null {
  const value = prepare(database, 'SELECT value FROM meta WHERE key = ?').get(KEY)?.value
  return value === undefined ? null : String(value)
}

/** By bytes of UTF-8, as SQLite compares. */
function listCounted(database: DatabaseSync, words: ReadonlySet<string>): string[] {
  const counted = getCounted(database)
  if (counted === null) return [...words]
  const end = Buffer.from(counted)
  return [...words].filter((word) => Buffer.compare(Buffer.from(word), end) <= 0)
}

const PUT_TYPO = 'INSERT OR IGNORE INTO search_typo (key, word) VALUES (?, ?)'

/** Keys go in by the order in which they are stored. */
function learnSpellings(database: DatabaseSync, words: readonly string[]): void {
  const entries = words.flatMap((word) => {
    const id = putSpelt(database, word)
    return listTypoKeys(word).map((key) => ({ key, id }))
  })
  entries.sort((a, b) => a.key - b.key || a.id - b.id)
  const put = prepare(database, PUT_TYPO)
  for (const { key, id } of entries) put.run(key, id)
}

function putSpelt(database: DatabaseSync, word: string): number {
  const id = Number(prepare(database, 'INSERT INTO search_spelt (word) VALUES (?)').run(word).lastInsertRowid)
  prepare(database, 'UPDATE search_word SET spelt = ? WHERE word = ?').run(id, word)
  return id
}

function forgetWord(database: DatabaseSync, word: string, spelt: unknown): void {
  prepare(database, 'DELETE FROM search_word WHERE word = ?').run(word)
  if (spelt === null) return
  const id = Number(spelt)
  prepare(database, 'DELETE FROM search_spelt WHERE id = ?').run(id)
  const remove = prepare(database, 'DELETE FROM search_typo WHERE key = ? AND word = ?')
  for (const key of listTypoKeys(word)) remove.run(key, id)
}
