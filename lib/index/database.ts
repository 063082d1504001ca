import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readStored } from '#lib/text/json.ts'
import { unpackText } from '#lib/text/packed-text.ts'
import { getDatabasePath } from './database-path.ts'
import { describeFault, toMachineFault } from './machine-faults.ts'
import { SCHEMA, SCHEMA_VERSION } from './schema/schema.ts'

/** Bytes above which the integrity check runs after the index is opened, so that the start does not wait for it. */
const MAX_CHECKED_BYTES = 256 * 1024 * 1024

/**
 * Opens the index, creating it where there is none. An index that is corrupt, truncated or of another version is
 * thrown away: it can always be rebuilt from the files.
 *
 * @param log says in one line why an index was thrown away
 * @throws {Error} naming DATA_DIR, when it cannot be written; its cause is the system's error
 */
export function openDatabase(dataDir: string, log: (line: string) => void): DatabaseSync {
  const file = getDatabasePath(dataDir)
  createDataDir(dataDir)
  try {
    return openCurrent(file, log) ?? createAnew(file)
  } catch (cause) {
    const fault = toMachineFault(cause, dataDir)
    if (fault !== 'disk-full' && fault !== 'data-dir') throw cause
    throw new Error(describeFault(fault, dataDir, cause), { cause })
  }
}

/** Throws the index away and makes an empty one, and its folder where that is gone. */
export function createAnew(file: string): DatabaseSync {
  createDataDir(path.dirname(file))
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  return connect(file)
}

/** Opens the index to be read only. */
export function openToRead(dataDir: string): DatabaseSync {
  return openFileToRead(getDatabasePath(dataDir))
}

/** The same, by the index's own file. */
export function openFileToRead(file: string): DatabaseSync {
  const database = open(file, true)
  database.exec('PRAGMA temp_store = MEMORY')
  setCache(database, 'serving')
  return database
}

/** An empty index in memory, to be read until there is one. */
export function openEmpty(): DatabaseSync {
  const database = open(':memory:', false)
  database.exec(SCHEMA)
  return database
}

/** Null where the index cannot be used. */
function openCurrent(file: string, log: (line: string) => void): DatabaseSync | null {
  const wasClosed = !existsSync(`${file}-wal`)
  try {
    const database = connect(file)
    if (isCurrent(database, file, wasClosed)) return database
    database.close()
    log(`The index ${file} is of another version: rebuilding it from the files.`)
  } catch (error) {
    if (isOfMachine(error, file)) throw error
    log(`The index ${file} cannot be read (${toMessage(error)}): rebuilding it from the files.`)
  }
  return null
}

/** What deleting the index would not mend. */
function isOfMachine(error: unknown, file: string): boolean {
  const fault = toMachineFault(error, file)
  return fault === 'disk-full' || fault === 'data-dir'
}

/** Kilobytes of the index kept in memory. Lists and look-ups need few; filling an index of 100,000 stories, many. */
const CACHE = { serving: 16_000, filling: 64_000 }

/** Sets how much of the index is kept in memory, and lets go of what is more. */
export function setCache(database: DatabaseSync, use: keyof typeof CACHE): void {
  database.exec(`PRAGMA cache_size = -${CACHE[use]}; PRAGMA shrink_memory`)
}

function open(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: 10_000 })
  database.function('unpack_text', { deterministic: true }, (data) => readStored(() => unpackText(data)))
  return database
}

function connect(file: string): DatabaseSync {
  const database = open(file, false)
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
    if (getVersion(database) === 0) {
      database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`)
      database.prepare("INSERT INTO meta (key, value) VALUES ('identity', ?)").run(randomUUID())
    }
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
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
function isCurrent(database: DatabaseSync, file: string, wasClosed: boolean): boolean {
  if (getVersion(database) !== SCHEMA_VERSION) return false
  if (statSync(file).size <= MAX_CHECKED_BYTES) checkTables(database, wasClosed)
  return true
}

/** @throws {Error} saying what is damaged */
function checkTables(database: DatabaseSync, wasClosed: boolean): void {
  const tables = wasClosed ? listSmallTables(database) : ['1']
  for (const table of tables) {
    const result = database.prepare(`PRAGMA quick_check(${table})`).get()?.quick_check
    if (result !== 'ok') throw new Error(String(result))
  }
}

function listSmallTables(database: DatabaseSync): string[] {
  return database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('packed_body', 'search', 'search_data', 'search_vocabulary', 'sqlite_sequence')",
    )
    .all()
    .map(({ name }) => String(name))
}

function toMessage(error: unknown): string {
  return Error.isError(error) ? error.message : String(error)
}

/**
 * Creates DATA_DIR where it is missing.
 *
 * @throws {Error} naming it, when it cannot be created; its cause is the system's error
 */
export function createDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (cause) {
    throw new Error(`DATA_DIR cannot be created: ${dataDir}. Point it at a folder this user may write.`, {
      cause,
    })
  }
}
