import type { DatabaseSync } from 'node:sqlite'
import { isSpelt, listTypoKeys } from '../words/typo-keys.ts'
import { prepare } from './prepare.ts'

/** In how many of some stories each word and each language is. */
export type WordTotal = { words: Map<string, number>; languages: Map<string, number> }

export function startTotal(): WordTotal {
  return { words: new Map(), languages: new Map() }
}

/** Adds one story to a total. */
export function addToTotal(total: WordTotal, words: ReadonlySet<string>, language: string): void {
  for (const word of words) total.words.set(word, (total.words.get(word) ?? 0) + 1)
  total.languages.set(language, (total.languages.get(language) ?? 0) + 1)
}

/** Notes the words of stories that came. */
export function putTotal(database: DatabaseSync, { words, languages }: WordTotal): void {
  const count = prepare(
    database,
    `INSERT INTO search_word (word, stories) VALUES (?, ?)
     ON CONFLICT (word) DO UPDATE SET stories = stories + excluded.stories RETURNING stories`,
  )
  const isNew = ([word, stories]: [string, number]) => count.get(word, stories)?.stories === stories
  const learned = [...words].filter(isNew).map(([word]) => word)
  learnSpellings(database, learned.filter(isSpelt))
  const countLanguage = prepare(
    database,
    `INSERT INTO search_language (language, stories) VALUES (?, ?)
     ON CONFLICT (language) DO UPDATE SET stories = stories + excluded.stories`,
  )
  for (const [language, stories] of languages) countLanguage.run(language, stories)
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
