import { randomUUID } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { describeFile } from '#lib/pictures/registry/describe-pictures.ts'
import { getLastPosition } from '#lib/replication/history.ts'
import type { Link } from '#lib/replication/link.ts'
import { putAnswer, takeRequest } from '#lib/replication/requests.ts'
import { dropFormerSchemas } from '#lib/replication/shared-schema.ts'
import { countBytesSinceSnapshot, putSnapshot } from '#lib/replication/snapshots.ts'
import { isIndexingBehind } from '#lib/search/store/index-behind.ts'
import { applyWrite } from '../../writes.ts'
import { fillIndex, logHeldBack, startUpkeep, type Upkeep } from '../fill-index.ts'
import { copyIndex, type SharedWriter, startWriting } from './shared-writer.ts'

/** Bytes of changes after which the index is copied anew, beside a quarter of its own size: what a new instance has to fetch. */
const MAX_LOG_BYTES = 32 * 1024 * 1024
const RETRY_MS = 200

/**
 * What nobody waits for is sent so often. FTS5 merges what it wrote a moment ago again and again: what came and went within
 * this time is not sent at all.
 */
const MAX_UNSENT_MS = 5_000

/** What the writer's part needs of its instance. `id` is a UUID. */
export type Instance = {
  readonly id: string
  readonly index: Index
  /** Has what waits to be sent looked at soon. */
  readonly wake: () => void
  /** Told when the index may be read. */
  readonly show: () => void
}

/** The part of the one instance that reads the files and writes. */
export type Leader = {
  /** Sends what was written, answers who waited for it, and copies the index now and then. */
  step: (link: Link) => Promise<void>
  /** To be called when something was written. */
  noteWritten: () => void
  write: (wanted: Write) => Promise<boolean>
  /** Does what another instance asked. */
  handle: (link: Link, id: string) => Promise<void>
  wantSnapshot: () => void
  /** Reads no more files until it goes on. */
  suspend: () => Promise<void>
  /** Goes on over another connection; false where another instance wrote meanwhile. */
  resume: (link: Link, pid: number) => Promise<boolean>
  /** Gives up the part. */
  end: () => void
}

/**
 * Takes the part of the writer, once the lock is held and the index is brought up with the history. The first one fills the
 * index and begins the history.
 *
 * @returns null when there are no files to fill it from
 */
export async function startLeading(instance: Instance, link: Link, pid: number): Promise<Leader | null> {
  const { id, index } = instance
  index.log('This instance reads the files, and writes the index that all of them share.')
  const author = { id, pid }
  const last = await getLastPosition(link.lock)
  if (last !== null) return lead(instance, startWriting(index, last, author, null), false)
  await fillIndex(index, () => index.isClosing)
  if (getMeta(index, 'complete') === null || index.isClosing) return null
  const first = { lineage: randomUUID(), number: 0 }
  const file = toCopyFile(index)
  copyIndex(index, first, file)
  return lead(instance, startWriting(index, first, author, file), true)
}

function lead(instance: Instance, writer: SharedWriter, isFilled: boolean): Leader {
  const { index } = instance
  const answers: { id: string; result: boolean; number: number }[] = []
  let upkeep: Upkeep | null = null
  let starting = Promise.resolve()
  let isSuspended = false
  let logBytes = 0
  let copying: Promise<void> | null = null
  let hasLookedBack = false
  let isBehind = isIndexingBehind(index.database)
  let recordedAt = performance.now()

  async function keepUp(filled: boolean): Promise<void> {
    readStoredSite(index)
    instance.show()
    if (!filled) await fillIndex(index, () => isSuspended)
    if (isSuspended) return
    instance.show()
    upkeep = startUpkeep(index)
    await upkeep.compared
    if (!isSuspended) logHeldBack(index)
  }

  function start(filled: boolean): void {
    isSuspended = false
    starting = keepUp(filled).catch((error: unknown) => reportError(index, error))
  }

  function record(): number {
    recordedAt = performance.now()
    return writer.record()
  }

  function noteWritten(): void {
    record()
    instance.wake()
  }

  async function step(link: Link): Promise<void> {
    if (performance.now() - recordedAt > MAX_UNSENT_MS) record()
    if (!hasLookedBack) logBytes = await countBytesSinceSnapshot(link.sql)
    logBytes += await writer.share(link.lock)
    for (let next = answers[0]; next !== undefined && next.number <= writer.getShared(); next = answers[0]) {
      answers.shift()
      await putAnswer(link.sql, next.id, next.result, next.number)
    }
    if (!hasLookedBack) {
      hasLookedBack = true
      await dropFormerSchemas(link.sql)
    }
    if (isBehind && !isIndexingBehind(index.database)) {
      // The words of all stories are most of an index: whoever comes now gets them with the rest.
      isBehind = false
      record()
      logBytes = Number.POSITIVE_INFINITY
    }
    const size = statSync(getDatabasePath(index.dataDir)).size
    if (logBytes < MAX_LOG_BYTES + size / 4 || copying !== null) return
    logBytes = 0
    copying = copyAnew(link)
      .catch((error: unknown) => index.log(`The index could not be copied to PostgreSQL (${String(error)}).`))
      .finally(() => {
        copying = null
      })
  }

  async function copyAnew(link: Link): Promise<void> {
    const file = toCopyFile(index)
    const number = writer.copyTo(file)
    while (writer.getShared() < number) {
      link.check()
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    await putSnapshot(link.sql, number, file)
    rmSync(file, { force: true })
  }

  async function write(wanted: Write): Promise<boolean> {
    if (isSuspended) return false
    try {
      if (wanted.kind !== 'look') return applyWrite(index, wanted)
      await describeFile(index, wanted.source)
      return true
    } catch (error) {
      reportError(index, error)
      return false
    } finally {
      noteWritten()
    }
  }

  async function handle(link: Link, id: string): Promise<void> {
    const wanted = await takeRequest(link.sql, id)
    if (wanted === null) return
    const result = await write(wanted)
    answers.push({ id, result, number: record() })
    instance.wake()
  }

  async function suspend(): Promise<void> {
    isSuspended = true
    index.isClosing = true
    await upkeep?.close()
    await starting
    upkeep = null
    await index.lastSync
    index.isClosing = false
  }

  async function resume(link: Link, pid: number): Promise<boolean> {
    const isResumed = await writer.resume(link.sql, pid)
    if (isResumed) start(false)
    return isResumed
  }

  start(isFilled)
  return {
    step,
    noteWritten,
    write,
    handle,
    wantSnapshot: () => {
      logBytes = Number.POSITIVE_INFINITY
      instance.wake()
    },
    suspend,
    resume,
    end: writer.end,
  }
}

/** Beside the index: its disk has the room. */
function toCopyFile({ dataDir }: Index): string {
  return `${getDatabasePath(dataDir)}.copy`
}
