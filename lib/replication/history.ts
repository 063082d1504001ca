import { copyIn, toInt64, toUuid } from './copy-rows.ts'
import { SHARED_SCHEMA, type Sql } from './link.ts'
import { pack, unpack } from './packing.ts'
import type { Position } from './position.ts'

/** One change of the index, as SQLite's session extension records it. Numbers follow each other. */
export type Change = { number: number; data: Uint8Array }

/** The instance that writes: who it is (a UUID for each start), and its connection in PostgreSQL. */
export type Author = { id: string; pid: number }

/** So many changes, or bytes of them, are read at once. */
const MAX_CHANGES = 200

/** The last change of the shared history; null while no index was ever complete. */
export async function getLastPosition(sql: Sql): Promise<Position | null> {
  const [row] = await sql`SELECT lineage, last FROM state`
  return row === undefined ? null : { lineage: String(row.lineage), number: Number(row.last) }
}

/** Changes after `number`, in order, some at a time. */
export async function listChanges(sql: Sql, number: number): Promise<Change[]> {
  const rows = await sql`
    SELECT number, data FROM change WHERE number > ${number} ORDER BY number LIMIT ${MAX_CHANGES}`
  return Promise.all(rows.map(async (row) => ({ number: Number(row.number), data: await unpack(row.data) })))
}

/** Whether everything after a position was written by this author. */
export async function isAuthorOfRest(sql: Sql, { number }: Position, { id }: Author): Promise<boolean> {
  const [row] = await sql`SELECT 1 FROM change WHERE number > ${number} AND author <> ${id} LIMIT 1`
  return row === undefined
}

/**
 * Adds changes that follow the position `after` to the history, all or none, and tells all instances.
 *
 * @param lock the connection that holds the writer's lock
 * @returns bytes as they are stored
 * @throws {Error} when this is not the writer any more
 */
export async function appendChanges(
  lock: Sql,
  after: Position,
  author: Author,
  changes: readonly Change[],
): Promise<number> {
  const packed = await Promise.all(changes.map(({ data }) => pack(data)))
  const by = toUuid(author.id)
  const rows = changes.map(({ number }, at) => [toInt64(number), by, packed[at] ?? Buffer.alloc(0)])
  const last = changes.at(-1)?.number ?? after.number
  await lock.begin(async (sql) => {
    const [moved] = await sql`
      UPDATE state SET last = ${last}
      WHERE last = ${after.number} AND lineage = ${after.lineage} AND pg_backend_pid() = ${author.pid}
      RETURNING last`
    if (moved === undefined) throw new Error('another instance writes the index by now')
    await copyIn(sql, 'change (number, author, data)', rows)
    await sql`SELECT pg_notify(${SHARED_SCHEMA}, 'changed')`
  })
  return packed.reduce((total, { length }) => total + length, 0)
}

/**
 * Takes the lock that one instance can have. It ends with the connection.
 *
 * @returns the process number of the connection, by which PostgreSQL knows it; null when another instance has the lock
 */
export async function takeWriterLock(lock: Sql): Promise<number | null> {
  const [row] = await lock`
    SELECT pg_try_advisory_lock(hashtextextended(${SHARED_SCHEMA}, 0)) AS held, pg_backend_pid() AS pid`
  return row?.held === true ? Number(row.pid) : null
}

export async function giveWriterLock(lock: Sql): Promise<void> {
  await lock`SELECT pg_advisory_unlock(hashtextextended(${SHARED_SCHEMA}, 0))`
}
