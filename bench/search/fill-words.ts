import { DatabaseSync } from 'node:sqlite'
import { SEARCH_SCHEMA } from '#lib/index/search-schema.ts'
import { finishFilling, startFilling } from '#lib/search/store/count-words.ts'
import { indexStory } from '#lib/search/store/index-story.ts'
import { readStoryText } from '#lib/search/store/story-text.ts'

const TABLES = [
  'search_vocabulary',
  'search',
  'search_story',
  'search_word',
  'search_spelt',
  'search_typo',
  'search_language',
]

/** As many as one slice of the first filling writes. */
const BATCH = 150

/**
 * Fills the index of words of an index anew. Returns seconds of processor time, bytes of pages in use for it, and bytes of
 * text.
 */
export function fillWords(file: string) {
  const database = new DatabaseSync(file)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000',
  )
  for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`)
  const before = getBytes(database)
  const start = process.cpuUsage()
  database.exec(SEARCH_SCHEMA)
  startFilling(database)
  const ids = database
    .prepare('SELECT id FROM post WHERE slug IS NOT NULL ORDER BY id')
    .all()
    .map(({ id }) => Number(id))
  for (let at = 0; at < ids.length; at += BATCH) {
    database.exec('BEGIN')
    for (const id of ids.slice(at, at + BATCH)) {
      const story = readStoryText(database, id)
      if (story !== null) indexStory(database, id, story, 'later')
    }
    database.exec('COMMIT')
  }
  const stories = toSeconds(start)
  const counting = process.cpuUsage()
  database.exec('BEGIN')
  finishFilling(database)
  database.exec('COMMIT')
  const words = toSeconds(counting)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const result = { stories, words, bytes: getBytes(database) - before, text: getText(database) }
  database.close()
  return result
}

function toSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

function getBytes(database: DatabaseSync): number {
  const row = database
    .prepare(
      'SELECT (page_count - freelist_count) * page_size AS bytes FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
    )
    .get()
  return Number(row?.bytes)
}

function getText(database: DatabaseSync): number {
  return Number(database.prepare('SELECT sum(length(CAST(text AS BLOB))) AS bytes FROM body').get()?.bytes)
}
