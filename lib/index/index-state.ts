import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Site } from '#lib/config/site.ts'
import type { Fault, IndexStatus } from './faults.ts'
import { clearWriteFaults, toMachineFault } from './machine-faults.ts'
import type { Write } from './write-requests.ts'

/** Whether what is under way is given up, or may end before another connection takes the place of this one. */
export type Closing = 'now' | 'when-idle'

/** One open index: the database, and what is kept in memory beside it. No list of posts is. */
export type Index = {
  readonly contentDir: string
  /** Where the index lies. */
  readonly dataDir: string
  /** Another one when the index was made again. */
  database: DatabaseSync
  /** True where another thread writes: this one reads, and asks that thread for what is to be written. */
  readonly isReader: boolean
  /** True where another instance reads the files, and this one has a copy of its index. */
  isFollower: boolean
  /** A prepared statement, prepared once. */
  readonly prepare: (sql: string) => StatementSync
  /** Writes, or has it written. False where that found something to be done again, or could not be done now. */
  readonly write: (write: Write) => Promise<boolean>
  /** Told after each transaction, and of each change of the faults. */
  onChange: () => void
  /** Told which file is read; '' when none is. */
  onProgress: (file: string) => void
  /** Told of an error that says that the index is damaged. */
  onDamage: (error: unknown) => void
  readonly log: (line: string) => void
  /** Row numbers of lists by kind and slug, as far as they were asked for: a list is never deleted. */
  readonly listIds: Map<string, number>
  site: Site
  status: IndexStatus
  /** What is wrong with the machine or the folders, each with what was said of it. */
  readonly faults: Map<Fault, string>
  /** Stories removed a moment ago: how many, and when (milliseconds). */
  readonly recentRemovals: { time: number; count: number }[]
  /** What is to be closed before the index is, and when it is another one: connections of their own. */
  readonly closers: Set<(how: Closing) => Promise<void>>
  /** Slugs of stories whose files say that they are not public, where that could not be written, with the files. */
  readonly withheld: Map<string, string>
  /** Files that are left out, as reading them took too long, by their stamps ('' for any). */
  readonly skipped: Map<string, string>
  /** True while words of stories are written that others may hear of later. */
  isFillingWords: boolean
  /** Set when what is under way is to end at the next chance. */
  isClosing: boolean
  /** Settles when the sync under way, if any, has ended. */
  lastSync: Promise<unknown>
  /** The reading of all files by another parser that is under way, if any; gives how many were read. */
  rereading: Promise<number> | null
  /**
   * Milliseconds: how far the clock's changes are applied, when the next is due (null: not known), and the next of those
   * that may concern any page.
   */
  readonly clock: { passed: number; next: number | null; common: number }
  /** The revision when it was last read (null: not since the last transaction), and when that was, in milliseconds. */
  readonly known: { revision: number | null; read: number }
  /**
   * What changed in this thread alone: by the clock, tags with their revisions and how many changes; with another index, the
   * least revision, and what is added to its own.
   */
  readonly overlay: { tags: Map<string, number>; count: number; least: number; base: number }
}

type Options = Pick<Index, 'contentDir' | 'dataDir' | 'database' | 'log' | 'site' | 'isReader'> & {
  write: (index: Index, write: Write) => Promise<boolean>
}

export function createIndex(options: Options): Index {
  const statements = new Map<string, StatementSync>()
  let prepared = options.database
  const prepare = (sql: string) => {
    if (prepared !== index.database) statements.clear()
    prepared = index.database
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = watchStatement(index, index.database.prepare(sql))
    statements.set(sql, statement)
    return statement
  }
  const index: Index = {
    ...options,
    isFollower: false,
    prepare,
    write: (write) => options.write(index, write),
    onChange: () => {},
    onProgress: () => {},
    onDamage: () => {},
    listIds: new Map(),
    status: 'starting',
    faults: new Map(),
    recentRemovals: [],
    closers: new Set(),
    withheld: new Map(),
    skipped: new Map(),
    isFillingWords: false,
    isClosing: false,
    lastSync: Promise.resolve(),
    rereading: null,
    clock: { passed: Date.now(), next: null, common: 0 },
    known: { revision: null, read: 0 },
    overlay: { tags: new Map(), count: 0, least: 0, base: 0 },
  }
  return index
}

/** Rethrows a statement's error, and reports a damaged index to the thread that can rebuild it. */
function watchStatement(index: Index, statement: StatementSync): StatementSync {
  const methods = new Map<PropertyKey, unknown>()
  return new Proxy(statement, {
    get(target, key) {
      const known = methods.get(key)
      if (known !== undefined) return known
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function') return method
      const watched = (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(method, target, args)
        } catch (error) {
          if (toMachineFault(error, index.dataDir) === 'index-damaged') index.onDamage(error)
          throw error
        }
      }
      methods.set(key, watched)
      return watched
    },
  })
}

/** Runs a task once those asked for before have ended. */
export function takeTurn<Result>(index: Index, task: () => Promise<Result>): Promise<Result> {
  const run = index.lastSync.then(task)
  index.lastSync = run.catch(() => {})
  return run
}

/** Runs `write` in one transaction: all of it reaches the index, or nothing does. */
export function transact<Result>(index: Index, write: () => Result): Result {
  index.database.exec('BEGIN IMMEDIATE')
  try {
    const result = write()
    index.database.exec('COMMIT')
    clearWriteFaults(index)
    index.onChange()
    return result
  } catch (error) {
    // A full disk has rolled back already; a second time would hide why.
    if (index.database.isTransaction) index.database.exec('ROLLBACK')
    index.listIds.clear()
    throw error
  } finally {
    index.known.revision = null
  }
}

export function getMeta(index: Index, key: string): string | null {
  const value = index.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value
  return value === undefined ? null : String(value)
}

export function putMeta(index: Index, key: string, value: string): void {
  index.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value)
}
