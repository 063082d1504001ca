import type { DatabaseSync } from 'node:sqlite'
import { countBehind, isCountingBehind, postponeCounts } from './count-words.ts'
import { putStory } from './index-story.ts'
import { prepare } from './prepare.ts'
import { readStoryText } from './story-text.ts'

/** Key in `meta`: stories whose row in `post` is below its value may have no words yet. Not there when all have. */
const KEY = 'words-below'

/** Rows that are looked at in one step at most. */
const MAX_ROWS = 200

/** Whether there are stories whose words are still to be indexed. */
export function isIndexingBehind(database: DatabaseSync): boolean {
  return getBelow(database) !== null || isCountingBehind(database)
}

/** Leaves the words of all stories for later: `indexBehind` indexes them. In the caller's transaction. */
export function postponeWords(database: DatabaseSync): void {
  prepare(
    database,
    'INSERT OR REPLACE INTO meta (key, value) SELECT ?, coalesce(max(id), 0) + 1 FROM post',
  ).run(KEY)
  postponeCounts(database)
}

/**
 * Indexes the words of some more stories, the last rows first, and counts the words when all are there. In the caller's
 * transaction. A story that was written in the meantime is there already, and is passed over.
 *
 * @param deadline no story and no word is begun after it, by `performance.now()`
 * @returns whether anything is left
 */
export function indexBehind(database: DatabaseSync, deadline: number): boolean {
  const below = getBelow(database)
  if (below === null) return countBehind(database, deadline)
  let last: number | null = null
  for (const { id, isMissing } of listBelow(database, below)) {
    last = id
    if (isMissing) addStory(id)
    if (performance.now() > deadline) break
  }
  if (last === null) prepare(database, 'DELETE FROM meta WHERE key = ?').run(KEY)
  else prepare(database, 'UPDATE meta SET value = ? WHERE key = ?').run(String(last), KEY)
  return true

  function addStory(id: number): void {
    const story = readStoryText(database, id)
    if (story !== null) putStory(database, id, story)
  }
}

function getBelow(database: DatabaseSync): number | null {
  const value = prepare(database, 'SELECT value FROM meta WHERE key = ?').get(KEY)?.value
  return value === undefined ? null : Number(value)
}

function listBelow(database: DatabaseSync, below: number): { id: number; isMissing: boolean }[] {
  return prepare(
    database,
    `SELECT id, draft = 0 AND NOT EXISTS (SELECT 1 FROM search_story WHERE search_story.post = post.id) AS missing
     FROM post WHERE id < ? ORDER BY id DESC LIMIT ?`,
  )
    .all(below, MAX_ROWS)
    .map((row) => ({ id: Number(row.id), isMissing: row.missing === 1 }))
}
