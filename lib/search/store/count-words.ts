import type { DatabaseSync } from 'node:sqlite'
import { isSpelt, listTypoKeys } from '../words/typo-keys.ts'
import { FACET_MARK } from './facets.ts'
import { prepare } from './prepare.ts'

/** Notes the words of a story that came. */
export function countStory(database: DatabaseSync, words: ReadonlySet<string>, language: string): void {
  const count = prepare(
    database,
    `INSERT INTO search_word (word, stories) VALUES (?, 1)
     ON CONFLICT (word) DO UPDATE SET stories = stories + 1 RETURNING stories`,
  )
  for (const word of words) if (count.get(word)?.stories === 1) learnSpelling(database, word)
  prepare(
    database,
    `INSERT INTO search_language (language, stories) VALUES (?, 1)
     ON CONFLICT (language) DO UPDATE SET stories = stories + 1`,
  ).run(language)
}

/** Notes that a story went, and forgets the words that no other has. */
export function uncountStory(database: DatabaseSync, words: ReadonlySet<string>, language: string): void {
  const discount = prepare(
    database,
    'UPDATE search_word SET stories = stories - 1 WHERE word = ? RETURNING stories, spelt',
  )
  for (const word of words) {
    const row = discount.get(word)
    if (row !== undefined && Number(row.stories) <= 0) forgetWord(database, word, row.spelt)
  }
  prepare(database, 'UPDATE search_language SET stories = stories - 1 WHERE language = ?').run(language)
  prepare(database, 'DELETE FROM search_language WHERE stories <= 0').run()
}

/**
 * Before the index is filled for the first time: the parts of the index of words are merged once, at the end of it, and
 * the words counted then (`finishFilling`). In the caller's transaction.
 */
export function startFilling(database: DatabaseSync): void {
  database.exec("INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 500)")
}

/** Merges what was filled, and counts the words of all stories. In the caller's transaction. */
export function finishFilling(database: DatabaseSync): void {
  database.exec(`
    INSERT INTO search (search) VALUES ('optimize');
    INSERT INTO search (search, rank) VALUES ('automerge', 4), ('crisismerge', 16);
    DELETE FROM search_typo; DELETE FROM search_spelt; DELETE FROM search_word; DELETE FROM search_language`)
  prepare(
    database,
    'INSERT INTO search_word (word, stories) SELECT term, doc FROM search_vocabulary WHERE term < :from OR term >= :to',
  ).run({ from: FACET_MARK, to: '\ue001' })
  prepare(
    database,
    `INSERT INTO search_language (language, stories)
     SELECT language, count(*) FROM search_story JOIN post ON post.id = search_story.post GROUP BY language`,
  ).run()
  const next = prepare(database, 'SELECT word FROM search_word WHERE word > ? ORDER BY word LIMIT ?')
  for (let last = ''; ; ) {
    const words = next.all(last, BATCH).map((row) => String(row.word))
    if (words.length === 0) return
    learnSpellings(database, words.filter(isSpelt))
    last = words.at(-1) ?? last
  }
}

const BATCH = 50_000
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

function learnSpelling(database: DatabaseSync, word: string): void {
  if (isSpelt(word)) learnSpellings(database, [word])
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
