import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SCHEMA, SCHEMA_VERSION } from './schema.ts'

/** The index's file below DATA_DIR. */
export function getDatabasePath(dataDir: string): string {
  return path.join(dataDir, 'index.sqlite')
}

/**
 * Opens the index, creating it where there is none. An index that is corrupt, truncated or of another version is
 * thrown away: it can always be rebuilt from the files.
 *
 * @param log says in one line why an index was thrown away
 * @throws {Error} naming DATA_DIR, when it cannot be written
 */
export function openDatabase(dataDir: string, log: (line: string) => void): DatabaseSync {
  const file = getDatabasePath(dataDir)
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (cause) {
    throw new Error(`DATA_DIR cannot be created: ${dataDir}. Point it at a folder this user may write.`, {
      cause,
    })
  }
  const wasClosed = !existsSync(`${file}-wal`)
  try {
    const database = connect(file)
    if (isCurrent(database, wasClosed)) return database
    database.close()
    log(`The index ${file} is of another version: rebuilding it from the files.`)
  } catch (error) {
    log(`The index ${file} cannot be read (${toMessage(error)}): rebuilding it from the files.`)
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  return connect(file)
}

/** Kilobytes of the index kept in memory. Lists and look-ups need few; filling an index of 100,000 stories, many. */
const CACHE = { serving: 16_000, filling: 64_000 }

/** Sets how much of the index is kept in memory, and lets go of what is more. */
export function setCache(database: DatabaseSync, use: keyof typeof CACHE): void {
  database.exec(`PRAGMA cache_size = -${CACHE[use]}; PRAGMA shrink_memory`)
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 16000',
    )
    setCache(database, 'serving')
    createTables(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Two processes may open a new index at once; the write lock lets one of them create the tables. */
function createTables(database: DatabaseSync): void {
  if (getVersion(database) !== 0) return
  database.exec('BEGIN IMMEDIATE')
  try {
    if (getVersion(database) === 0) database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function getVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version)
}

/**
 * A damaged page would only show itself when a reader asks for it, so the b-trees are walked once at start: all of them
 * after a crash, and all but the bulk, the bodies and their words, where the index was closed properly.
 */
function isCurrent(database: DatabaseSync, wasClosed: boolean): boolean {
  if (getVersion(database) !== SCHEMA_VERSION) return false
  const tables = wasClosed ? listSmallTables(database) : ['1']
  for (const table of tables) {
    const result = database.prepare(`PRAGMA quick_check(${table})`).get()?.quick_check
    if (result !== 'ok') throw new Error(String(result))
  }
  return true
}

function listSmallTables(database: DatabaseSync): string[] {
  return database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('body', 'search', 'search_data', 'search_vocabulary', 'sqlite_sequence')",
    )
    .all()
    .map(({ name }) => String(name))
}

function toMessage(error: unknown): string {
  return Error.isError(error) ? error.message : String(error)
}
