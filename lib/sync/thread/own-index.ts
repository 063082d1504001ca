import { type Puller, startPulling } from '#lib/content-git/puller.ts'
import { getRevision } from '#lib/freshness/revision.ts'
import { createAnew, openDatabase } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { clearFault, type Fault, raiseFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import { describeFault, reportError } from '#lib/index/machine-faults.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { applyWrite } from '../writes.ts'
import { cloneContent } from './clone-content.ts'
import { fillIndex, logHeldBack, startUpkeep, type Upkeep } from './fill-index.ts'
import { closeQuietly, getFileIdentity, openAgain, openOwned } from './open-owned.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'
import { createProgress } from './sync-progress.ts'
import { createTeller } from './tell-changes.ts'
import { type IndexFilesWatch, type IndexLoss, watchIndexFiles } from './watch-index-files.ts'

const BEAT_MS = 500

/** Between two tries to bring another index up with the files. */
const RETRY_MS = 5_000

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
  let looking: IndexFilesWatch | null = null
  let isClosing = false
  let isRebuilding = false
  let revision = 0
  const log = (line: string) => post({ kind: 'log', line })

  async function open(): Promise<void> {
    await cloneContent(settings.git, post, () => isClosing)
    index = await openOwned(settings, post, () => isClosing)
    if (index === null) return
    index.onProgress = progress.setFile
    index.onDamage = (error) => rebuild(Error.isError(error) ? error.message : String(error), revision)
    const opened = index
    opened.onChange = () => tell(opened)
    looking = watchIndexFiles(opened, renew)
    await start(opened)
  }

  async function start(opened: Index): Promise<void> {
    if (getMeta(opened, 'complete') !== null) {
      readStoredSite(opened)
      post({ kind: 'opened', identity: getFileIdentity(opened) })
      setTimeout(() => setStatus(opened, true), PATIENCE_MS).unref()
    }
    await fillIndex(opened, () => isClosing)
    if (isClosing) return
    post({ kind: 'opened', identity: getFileIdentity(opened) })
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
    startAgain('index-damaged', reason, seen, () => createAnew(getDatabasePath(settings.dataDir)))
  }

  function renew({ kind, reason }: IndexLoss): void {
    if (kind !== 'moved') rebuild(reason, revision)
    else startAgain('index-missing', reason, revision, () => openDatabase(settings.dataDir, log))
  }

  function startAgain(fault: Fault, reason: string, seen: number, openNext: () => Index['database']): void {
    if (isRebuilding || isClosing || index === null) return
    isRebuilding = true
    const former = index
    raiseFault(former, fault, describeFault(fault, settings.dataDir, reason))
    makeAgain(former, Math.ceil(Math.max(seen, revision)) + 1, openNext)
      .then(() => clearFault(former, fault, `The index in DATA_DIR is whole again: ${settings.dataDir}.`))
      .catch((error: unknown) => {
        reportError(former, error)
        setTimeout(() => startAgain(fault, reason, seen, openNext), RETRY_MS).unref()
      })
      .finally(() => {
        isRebuilding = false
        tell(former)
      })
  }

  /** Readers keep what they have open until the other index is up with the files. */
  async function makeAgain(former: Index, least: number, openNext: () => Index['database']): Promise<void> {
    former.isClosing = true
    await upkeep?.close()
    await former.lastSync
    former.isClosing = false
    await openAgain(former, openNext, least, () => isClosing)
    if (isClosing) return
    looking?.noteOpened()
    await fillIndex(former, () => isClosing, [''])
    if (isClosing) return
    post({ kind: 'opened', identity: getFileIdentity(former) })
    upkeep = startUpkeep(former)
  }

  async function close(): Promise<void> {
    isClosing = true
    clearInterval(beat)
    looking?.close()
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
