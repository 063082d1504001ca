import { open } from 'node:fs/promises'
import { Limiter } from '#lib/concurrency/limiter.ts'
import { copyIn, copyOut, toInt32, toInt64 } from './copy-rows.ts'
import type { Author } from './history.ts'
import { COPY_MS, type Link, SHARED_SCHEMA, type Sql, type Transaction } from './link.ts'
import { pack, unpack } from './packing.ts'
import type { Position } from './position.ts'

/** Bytes of the file in each part, but the last. */
const PART_BYTES = 2 * 1024 * 1024
const PARTS_AT_ONCE = 4

/** Changes stay so long after they are part of a snapshot, for instances that are a little behind. */
const KEPT = '10 minutes'

/** All parts in their order, from one moment. */
const NEWEST_PARTS =
  'SELECT data FROM snapshot WHERE number = (SELECT max(number) FROM snapshot) ORDER BY part'

/** Begins a history with the index in `file`. All of it is there, or nothing. */
export async function putFirstSnapshot(
  lock: Sql,
  { lineage, number }: Position,
  author: Author,
  file: string,
): Promise<void> {
  await lock.begin(async (sql) => {
    await putParts(sql, number, file)
    const [row] = await sql`
      INSERT INTO state (id, lineage, last) SELECT 1, ${lineage}, ${number} WHERE pg_backend_pid() = ${author.pid}
      RETURNING last`
    if (row === undefined) throw new Error('another instance writes the index by now')
    await sql`SELECT pg_notify(${SHARED_SCHEMA}, 'changed')`
  })
}

/** Puts the index in `file` in the place of older snapshots, and forgets the changes that led to it. */
export async function putSnapshot(sql: Sql, number: number, file: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await putParts(transaction, number, file)
    await transaction`DELETE FROM snapshot WHERE number < ${number}`
  })
  await sql`DELETE FROM change WHERE number <= ${number} AND at < now() - ${KEPT}::interval`
}

/** Bytes of the changes that a new instance has to fetch beside the newest snapshot. */
export async function countBytesSinceSnapshot(sql: Sql): Promise<number> {
  const [row] = await sql`
    SELECT sum(octet_length(data)) AS bytes FROM change WHERE number > (SELECT max(number) FROM snapshot)`
  return Number(row?.bytes ?? 0)
}

async function putParts(transaction: Transaction, number: number, file: string): Promise<void> {
  await transaction.unsafe(`SET LOCAL statement_timeout = ${COPY_MS}`)
  await copyIn(transaction, 'snapshot (number, part, data)', listParts(number, file))
}

async function* listParts(number: number, file: string): AsyncGenerator<Uint8Array[]> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  for (let part = 0; part * PART_BYTES < size; part += 1) {
    const bytes = Buffer.alloc(Math.min(PART_BYTES, size - part * PART_BYTES))
    await handle.read(bytes, 0, bytes.length, part * PART_BYTES)
    yield [toInt64(number), toInt32(part), await pack(bytes)]
  }
}

/**
 * Writes the newest snapshot to `file`.
 *
 * @throws {Error} when there is none
 */
export async function fetchSnapshot({ openCopy }: Pick<Link, 'openCopy'>, file: string): Promise<void> {
  const sql = openCopy()
  try {
    await using handle = await open(file, 'w')
    const writing = new Limiter(PARTS_AT_ONCE)
    const written: Promise<void>[] = []
    const write = async (packed: Uint8Array, at: number) => {
      const bytes = await unpack(packed)
      await handle.write(bytes, 0, bytes.length, at)
    }
    for await (const packed of copyOut(sql, NEWEST_PARTS)) {
      const at = written.length * PART_BYTES
      written.push(writing.run(() => write(packed, at)))
    }
    await Promise.all(written)
    if (written.length === 0) throw new Error('PostgreSQL holds no index')
  } finally {
    await sql.end({ timeout: 0 })
  }
}
