import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Site } from '#lib/config/site.ts'

/** `starting` until the first comparison with the files is complete; `degraded` when the files cannot be seen. */
export type IndexStatus = 'starting' | 'ok' | 'degraded'

/** One open index: the database, and what is kept in memory beside it. No list of posts is. */
export type Index = {
  readonly contentDir: string
  readonly database: DatabaseSync
  /** A prepared statement, prepared once. */
  readonly prepare: (sql: string) => StatementSync
  readonly log: (line: string) => void
  /** Row numbers of lists by kind and slug, as far as they were asked for: a list is never deleted. */
  readonly listIds: Map<string, number>
  site: Site
  status: IndexStatus
  /** Settles when the sync under way, if any, has ended. */
  lastSync: Promise<unknown>
  /** Milliseconds: how far the clock's changes are applied, and when the next is due (null: not known). */
  readonly clock: { passed: number; next: number | null }
  /** The revision when it was last read (null: not since the last transaction), and when that was, in milliseconds. */
  readonly known: { revision: number | null; read: number }
}

export function createIndex(options: Pick<Index, 'contentDir' | 'database' | 'log' | 'site'>): Index {
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = options.database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    ...options,
    prepare,
    listIds: new Map(),
    status: 'starting',
    lastSync: Promise.resolve(),
    clock: { passed: Date.now(), next: null },
    known: { revision: null, read: 0 },
  }
}

/** Runs `write` in one transaction: all of it reaches the index, or nothing does. */
export function transact<Result>(index: Index, write: () => Result): Result {
  index.database.exec('BEGIN IMMEDIATE')
  try {
    const result = write()
    index.database.exec('COMMIT')
    return result
  } catch (error) {
    index.database.exec('ROLLBACK')
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
