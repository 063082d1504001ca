import { DatabaseSync } from 'node:sqlite'
import { SEARCH_SCHEMA } from '#lib/index/schema/search-schema.ts'
import { indexBehind, postponeWords } from '#lib/search/store/index-behind.ts'
import { unpackText } from '#lib/text/packed-text.ts'

const TABLES = [
  'search_vocabulary',
  'search',
  'search_story',
  'search_word',
  'search_spelt',
  'search_typo',
  'search_language',
]

/** As the sync thread does: see `lib/sync/fill-words.ts`. */
const STORIES_MS = 4

/**
 * Fills the index of words of an index anew, in slices. Returns seconds of processor time, the milliseconds each slice took,
 * bytes of pages in use for it, and bytes of text.
 */
export function fillWords(file: string) {
  const database = new DatabaseSync(file)
  database.function('unpack_text', { deterministic: true }, unpackText)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 16000',
  )
  for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`)
  const before = getBytes(database)
  const start = process.cpuUsage()
  database.exec(SEARCH_SCHEMA)
  postponeWords(database)
  const slices: number[] = []
  for (let isLeft = true; isLeft; ) {
    const began = performance.now()
    database.exec('BEGIN')
    isLeft = indexBehind(database, began + STORIES_MS)
    database.exec('COMMIT')
    slices.push(performance.now() - began)
  }
  const words = toSeconds(start)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const result = { words, slices, bytes: getBytes(database) - before, text: getText(database) }
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
