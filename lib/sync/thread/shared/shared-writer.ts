import { copyFileSync, rmSync } from 'node:fs'
import { getDatabasePath } from '#lib/index/database-path.ts'
import type { Index } from '#lib/index/index-state.ts'
import {
  type Author,
  appendChanges,
  type Change,
  getLastPosition,
  isAuthorOfRest,
} from '#lib/replication/history.ts'
import type { Sql } from '#lib/replication/link.ts'
import { markWriting, type Position, putPosition } from '#lib/replication/position.ts'
import { recordChanges } from '#lib/replication/record-changes.ts'
import { putFirstSnapshot } from '#lib/replication/snapshots.ts'

/** Changes that are sent in one transaction. */
const MAX_BATCH = 50

/** Records what is written to the index, and shares it in the order in which it was written. */
export type SharedWriter = {
  /** Notes what was written since the last time. Answers with the number of the last change. */
  record: () => number
  /** Sends what was noted; answers with its bytes. Rejects when this is not the writer any more. */
  share: (lock: Sql) => Promise<number>
  /** The number of the last change that was sent. */
  getShared: () => number
  /** Copies the index into a file as it is after a change, the number of which is the answer. */
  copyTo: (file: string) => number
  /** Goes on over another connection. False where another instance wrote meanwhile. */
  resume: (sql: Sql, pid: number) => Promise<boolean>
  /** Ends recording. Whatever was not sent makes the index one that is to be fetched again. */
  end: () => void
}

/**
 * From here on everything that is written to the index follows the change at `start`.
 *
 * @param first a file with the index as it is now, where the history is to begin with it
 */
export function startWriting(index: Index, start: Position, by: Author, first: string | null): SharedWriter {
  const { lineage } = start
  const pending: Change[] = []
  let author = by
  let unshared = first
  let recorded = start.number
  let shared = start.number
  markWriting(index, start)
  let recorder = recordChanges(index.database)

  function record(): number {
    const data = recorder.take()
    if (data !== null) {
      recorded += 1
      pending.push({ number: recorded, data })
    }
    return recorded
  }

  async function share(lock: Sql): Promise<number> {
    let bytes = 0
    if (unshared !== null) await shareFirst(lock, unshared)
    while (pending.length > 0) {
      const batch = pending.slice(0, MAX_BATCH)
      bytes += await appendChanges(lock, { lineage, number: shared }, author, batch)
      shared += batch.length
      pending.splice(0, batch.length)
    }
    return bytes
  }

  async function shareFirst(lock: Sql, file: string): Promise<void> {
    await putFirstSnapshot(lock, start, author, file)
    rmSync(file, { force: true })
    unshared = null
  }

  function copyTo(file: string): number {
    record()
    recorder.close()
    try {
      copyIndex(index, { lineage, number: recorded }, file)
    } finally {
      markWriting(index, { lineage, number: recorded })
      recorder = recordChanges(index.database)
    }
    return recorded
  }

  async function resume(sql: Sql, pid: number): Promise<boolean> {
    const last = await getLastPosition(sql)
    author = { ...author, pid }
    if (last === null) return unshared !== null
    unshared = null
    if (last.lineage !== lineage || last.number < shared) return false
    if (!(await isAuthorOfRest(sql, { lineage, number: shared }, author))) return false
    // What was sent when the connection was lost may have arrived.
    pending.splice(0, last.number - shared)
    shared = last.number
    return true
  }

  function end(): void {
    record()
    recorder.close()
    if (pending.length === 0 && unshared === null) putPosition(index, { lineage, number: shared })
  }

  return { record, share, getShared: () => shared, copyTo, resume, end }
}

/**
 * Copies the index into a file as it is, with its position.
 *
 * @throws {Error} when it cannot be brought into one file now
 */
export function copyIndex(index: Index, position: Position, file: string): void {
  putPosition(index, position)
  const result = index.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  if (result?.busy !== 0) throw new Error('the index is being read without a pause')
  copyFileSync(getDatabasePath(index.dataDir), file)
}
