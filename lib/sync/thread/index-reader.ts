import { defaultSite } from '#lib/config/site.ts'
import { getRevision, outdateEverything, touchOverlay } from '#lib/freshness/revision.ts'
import { openEmpty, openToRead } from '#lib/index/database.ts'
import { type Fault, getStatus } from '#lib/index/faults.ts'
import { createIndex, type Index } from '#lib/index/index-state.ts'
import { toMachineFault } from '#lib/index/machine-faults.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { onDamagedValue } from '#lib/text/json.ts'
import type { FromSync } from './sync-messages.ts'
import { type SyncThread, startSyncThread, type ThreadOptions } from './sync-thread.ts'

const RETRY_MS = 1_000

/**
 * After an index whose values cannot be read was made again, it is not for so long, and twice as long each time: should they be
 * no better then, the disk is not at fault.
 */
const MIN_REBUILD_MS = 10_000
const MAX_REBUILD_MS = 600_000

/** An index that this thread only reads; a thread of its own brings it up with the files and writes it. */
export type IndexReader = { index: Index; ready: Promise<Index>; close: () => Promise<void> }

export function openIndexReader(options: ThreadOptions & Pick<Index, 'log'>): IndexReader {
  const { promise: ready, resolve } = Promise.withResolvers<Index>()
  const own = new Map<Fault, string>()
  let others: readonly [Fault, string][] = []
  let identity: string | null = null
  let revision = 0
  let isComplete = false

  const { contentDir, dataDir, log } = options
  const index = createIndex({
    contentDir,
    dataDir,
    log,
    site: defaultSite,
    database: openEmpty(),
    isReader: true,
    write: (_index, write) => thread.write(write),
  })
  index.onDamage = (error) => {
    if (identity !== null) thread.rebuild(Error.isError(error) ? error.message : String(error), revision)
  }
  let madeAgain = Number.NEGATIVE_INFINITY
  let pause = MIN_REBUILD_MS
  const stopListening = onDamagedValue((error) => {
    const since = performance.now() - madeAgain
    if (since < pause) return
    pause = since > MAX_REBUILD_MS ? MIN_REBUILD_MS : Math.min(pause * 2, MAX_REBUILD_MS)
    madeAgain = performance.now()
    index.onDamage(error)
  })
  const thread: SyncThread = startSyncThread(options, {
    onMessage: hear,
    onFault: (fault, message) => {
      if (message !== null && own.get(fault) !== message) options.log(message)
      if (message === null) own.delete(fault)
      else own.set(fault, message)
      showState()
    },
  })

  function hear(message: Exclude<FromSync, { kind: 'written' }>): void {
    switch (message.kind) {
      case 'opened':
        openAgain(message.identity)
        return
      case 'state':
        if (identity === null) logNew(message.faults)
        others = message.faults
        isComplete = message.status !== 'starting'
        showState()
        return
      case 'changed':
        index.known.revision = null
        // What was written may become live, or cease to be, before what was known to be next.
        index.clock.next = null
        noteRevision()
        return
      case 'role':
        index.isFollower = message.isFollower
        return
      case 'withheld':
        withhold(message.slugs)
        return
      case 'log':
        options.log(message.line)
    }
  }

  /** A damaged index was reported when it was read: it is made again, and that is told of. */
  function noteRevision(): void {
    try {
      revision = getRevision(index)
    } catch (error) {
      if (toMachineFault(error, dataDir) === null) throw error
    }
  }

  /** Until the index is open, faults can only be logged. */
  function logNew(faults: readonly [Fault, string][]): void {
    const known = new Map(others)
    for (const [fault, message] of faults) if (known.get(fault) !== message) options.log(message)
  }

  /** Lets go of what was read so far, when the index is another one. */
  function openAgain(opened: string): void {
    if (opened === identity) return
    try {
      const database = openToRead(options.dataDir)
      const former = index.database
      index.database = database
      index.listIds.clear()
      // Others hold connections to the index that is gone.
      for (const close of index.closers)
        close('when-idle').catch((error: unknown) => options.log(String(error)))
      index.closers.clear()
      former.close()
      if (identity !== null) outdateEverything(index, revision)
      identity = opened
      readStoredSite(index)
    } catch (error) {
      options.log(`The index cannot be opened to be read (${String(error)}).`)
      setTimeout(() => openAgain(opened), RETRY_MS).unref()
    }
    showState()
  }

  function showState(): void {
    const faults = new Map([...others, ...own])
    index.faults.clear()
    for (const [fault, message] of faults) index.faults.set(fault, message)
    index.status = identity === null || !isComplete ? 'starting' : getStatus(index.faults)
    if (index.status !== 'starting') resolve(index)
  }

  function withhold(slugs: readonly [slug: string, file: string][]): void {
    const isSame = slugs.length === index.withheld.size && slugs.every(([slug]) => index.withheld.has(slug))
    if (isSame) return
    index.withheld.clear()
    for (const [slug, file] of slugs) index.withheld.set(slug, file)
    touchOverlay(index, new Set([SITE_TAG]))
  }

  async function close(): Promise<void> {
    stopListening()
    await thread.close()
    if (index.database.isOpen) index.database.close()
  }

  return { index, ready, close }
}
