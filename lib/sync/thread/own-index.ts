import { type Puller, startPulling } from '#lib/content-git/puller.ts'
import { getRevision } from '#lib/freshness/revision.ts'
import { createAnew } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { clearFault, raiseFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'
import { describeFault, reportError } from '#lib/index/machine-faults.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { applyWrite } from '../writes.ts'
import { cloneContent } from './clone-content.ts'
import { fillIndex, logHeldBack, startUpkeep, type Upkeep } from './fill-index.ts'
import { closeQuietly, openOwned } from './open-owned.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'
import { createProgress } from './sync-progress.ts'
import { createTeller } from './tell-changes.ts'

const BEAT_MS = 500

/** Milliseconds for which an index of an earlier run is not served, as the files may have changed since. */
const PATIENCE_MS = 3_000

export type OwnedIndex = {
  write: (write: Write) => boolean | Promise<boolean>
  rebuild: (reason: string, revision: number) => void
  close: () => Promise<void>
}

/**
 * Owns the index: opens it, brings it up with the files, keeps it so, and writes what readers ask for. What is wrong with
 * the machine is said, and tried again.
 */
export function ownIndex(settings: SyncSettings, post: (message: FromSync) => void): OwnedIndex {
  const progress = createProgress(settings.progress)
  const beat = setInterval(progress.beat, BEAT_MS)
  let index: Index | null = null
  let upkeep: Upkeep | null = null
  let puller: Puller | null = null
  let isClosing = false
  let isRebuilding = false
  let revision = 0

  async function open(): Promise<void> {
    await cloneContent(settings.git, post, () => isClosing)
    index = await openOwned(settings, post, () => isClosing)
    if (index === null) return
    index.onProgress = progress.setFile
    index.onDamage = (error) => rebuild(Error.isError(error) ? error.message : String(error), revision)
    const opened = index
    opened.onChange = () => tell(opened)
    await start(opened)
  }

  async function start(opened: Index): Promise<void> {
    if (getMeta(opened, 'complete') !== null) {
      readStoredSite(opened)
      post({ kind: 'opened', identity: getMeta(opened, 'identity') ?? '' })
      setTimeout(() => setStatus(opened, true), PATIENCE_MS).unref()
    }
    await fillIndex(opened, () => isClosing)
    if (isClosing) return
    post({ kind: 'opened', identity: getMeta(opened, 'identity') ?? '' })
    upkeep = startUpkeep(opened)
    if (settings.git !== null) puller = startPulling(settings.git, opened)
    puller?.pullNow()
    await upkeep.compared
    if (!isClosing) logHeldBack(opened)
  }

  const tell = createTeller(post, () => {
    if (index === null || isClosing) return 'nothing'
    if (isRebuilding) return 'state'
    revision = getRevision(index)
    return 'all'
  })

  function write(wanted: Write): boolean {
    if (wanted.kind === 'pull' && puller !== null) {
      puller.pullNow()
      return true
    }
    if (index === null || isRebuilding || getMeta(index, 'complete') === null) return false
    try {
      return applyWrite(index, wanted)
    } catch (error) {
      reportError(index, error)
      return false
    }
  }

  function rebuild(reason: string, seen: number): void {
    if (isRebuilding || isClosing || index === null) return
    isRebuilding = true
    const damaged = index
    raiseFault(damaged, 'index-damaged', describeFault('index-damaged', settings.dataDir, reason))
    makeAgain(damaged, Math.ceil(Math.max(seen, revision)) + 1)
      .catch((error: unknown) => reportError(damaged, error))
      .finally(() => {
        isRebuilding = false
        tell(damaged)
      })
  }

  async function makeAgain(damaged: Index, least: number): Promise<void> {
    damaged.isClosing = true
    await upkeep?.close()
    await damaged.lastSync
    damaged.isClosing = false
    closeQuietly(damaged)
    damaged.database = createAnew(getDatabasePath(settings.dataDir))
    damaged.listIds.clear()
    putMeta(damaged, 'revision', String(least))
    await fillIndex(damaged, () => isClosing)
    if (isClosing) return
    clearFault(damaged, 'index-damaged', 'The index is made again.')
    post({ kind: 'opened', identity: getMeta(damaged, 'identity') ?? '' })
    upkeep = startUpkeep(damaged)
  }

  async function close(): Promise<void> {
    isClosing = true
    clearInterval(beat)
    if (index === null) return
    index.isClosing = true
    await puller?.close()
    await upkeep?.close()
    await index.lastSync
    closeQuietly(index)
  }

  open().catch((error: unknown) => {
    // Not reported elsewhere: the thread ends and is restarted.
    setImmediate(() => {
      throw error
    })
  })
  return { write, rebuild, close }
}
