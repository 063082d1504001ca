import { setTimeout as wait } from 'node:timers/promises'
import { ensureClone } from '#lib/content-git/clone.ts'
import { type Puller, startPulling } from '#lib/content-git/puller.ts'
import { getRevision } from '#lib/freshness/revision.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { createAnew } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { clearFault, type Fault, raiseFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'
import { describeFault, reportError, toMachineFault } from '#lib/index/machine-faults.ts'
import { listProblems } from '#lib/index/problems.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { startFillingWords, type WordFilling } from '../fill-words.ts'
import { openIndex } from '../open-index.ts'
import { rereadBehind } from '../reread-files.ts'
import { syncChanged } from '../sync.ts'
import { MissingContentError } from '../sync-site.ts'
import { type Watch, watchContent } from '../watch.ts'
import { applyWrite } from '../writes.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'
import { createProgress } from './sync-progress.ts'

const BEAT_MS = 500
const CLOCK_MS = 1_000
const MIN_RETRY_MS = 1_000
const MAX_RETRY_MS = 30_000

/** Milliseconds for which an index of an earlier run is not served, as the files may have changed since. */
const PATIENCE_MS = 3_000

export type OwnedIndex = {
  write: (write: Write) => boolean
  rebuild: (reason: string, revision: number) => void
  close: () => Promise<void>
}

/**
 * Owns the index: opens it, brings it up with the files, keeps it so, and writes what readers ask for. What is wrong with
 * the machine is said, and tried again.
 */
export function ownIndex(settings: SyncSettings, post: (message: FromSync) => void): OwnedIndex {
  const log = (line: string) => post({ kind: 'log', line })
  const progress = createProgress(settings.progress)
  const timers = [setInterval(progress.beat, BEAT_MS)]
  let index: Index | null = null
  let watch: Watch | null = null
  let words: WordFilling | null = null
  let puller: Puller | null = null
  let isClosing = false
  let isRebuilding = false
  let revision = 0

  async function open(): Promise<void> {
    await clone()
    for (let pause = MIN_RETRY_MS; index === null && !isClosing; pause = Math.min(pause * 2, MAX_RETRY_MS)) {
      try {
        index = openIndex({ ...settings, log })
      } catch (error) {
        reportUnopened(settings.dataDir, error, post)
        await wait(pause)
      }
    }
    if (index === null) return
    index.onProgress = progress.setFile
    for (const file of settings.skipped) index.skipped.set(file, '')
    index.onDamage = (error) => rebuild(Error.isError(error) ? error.message : String(error), revision)
    index.onChange = () => announce()
    await start(index)
  }

  /** Without the files there is nothing to serve, unless they were cloned before. */
  async function clone(): Promise<void> {
    if (settings.git === null) return
    const { source, folder } = settings.git
    for (let pause = MIN_RETRY_MS; !isClosing; pause = Math.min(pause * 2, MAX_RETRY_MS)) {
      try {
        await ensureClone(source, folder)
        return
      } catch (error) {
        const reason = Error.isError(error) ? error.message : String(error)
        const message = `CONTENT_GIT: ${source.shown} cannot be cloned (${reason}). It is tried again.`
        post({ kind: 'state', status: 'starting', faults: [['git-failed', message]] })
      }
      await wait(pause)
    }
  }

  async function start(opened: Index): Promise<void> {
    if (getMeta(opened, 'complete') !== null) {
      readStoredSite(opened)
      post({ kind: 'opened', identity: getMeta(opened, 'identity') ?? '' })
      setTimeout(() => setStatus(opened, true), PATIENCE_MS).unref()
    }
    await fill(opened)
    if (isClosing) return
    post({ kind: 'opened', identity: getMeta(opened, 'identity') ?? '' })
    logHeldBack(opened)
    watch = watchContent(opened)
    rereadBehind(opened)
    words = startFillingWords(opened)
    if (settings.git !== null) puller = startPulling(settings.git, opened)
    puller?.pullNow()
    timers.push(setInterval(() => tick(opened), CLOCK_MS))
  }

  /** The first comparison, again and again while the machine does not let it be. */
  async function fill(opened: Index): Promise<void> {
    for (let pause = MIN_RETRY_MS; !isClosing; pause = Math.min(pause * 2, MAX_RETRY_MS)) {
      try {
        await syncChanged(opened)
        return
      } catch (error) {
        if (error instanceof MissingContentError) {
          setStatus(opened, true)
          raiseFault(opened, 'content-missing', error.message)
          return
        }
        reportError(opened, error)
        if (getMeta(opened, 'complete') !== null) return
      }
      await wait(pause)
    }
  }

  function tick(opened: Index): void {
    try {
      applyDueChanges(opened, new Date())
    } catch (error) {
      reportError(opened, error)
    }
  }

  /** Tells readers what changed; several changes within one turn are told once. */
  let isTelling = false
  function announce(): void {
    if (isTelling || index === null) return
    isTelling = true
    setImmediate(() => {
      isTelling = false
      if (index === null || isClosing) return
      post({ kind: 'state', status: index.status, faults: [...index.faults] })
      post({ kind: 'withheld', slugs: [...index.withheld] })
      if (isRebuilding) return
      revision = getRevision(index)
      post({ kind: 'changed' })
    })
  }

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
        announce()
      })
  }

  async function makeAgain(damaged: Index, least: number): Promise<void> {
    damaged.isClosing = true
    await words?.close()
    await watch?.close()
    await damaged.lastSync
    damaged.isClosing = false
    closeQuietly(damaged)
    damaged.database = createAnew(getDatabasePath(settings.dataDir))
    damaged.listIds.clear()
    putMeta(damaged, 'revision', String(least))
    await fill(damaged)
    if (isClosing) return
    clearFault(damaged, 'index-damaged', 'The index is made again.')
    post({ kind: 'opened', identity: getMeta(damaged, 'identity') ?? '' })
    watch = watchContent(damaged)
    words = startFillingWords(damaged)
  }

  async function close(): Promise<void> {
    isClosing = true
    for (const timer of timers) clearInterval(timer)
    if (index === null) return
    index.isClosing = true
    await puller?.close()
    await words?.close()
    await watch?.close()
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

function reportUnopened(dataDir: string, error: unknown, post: (message: FromSync) => void): void {
  const cause = Error.isError(error) ? (error.cause ?? error) : error
  const fault: Fault = toMachineFault(cause, dataDir) ?? 'data-dir'
  const message = Error.isError(error) ? error.message : String(error)
  post({ kind: 'state', status: 'starting', faults: [[fault, message]] })
}

/** A damaged index may not even close. */
function closeQuietly({ database, log }: Index): void {
  try {
    if (database.isOpen) database.close()
  } catch (error) {
    log(`The index could not be closed (${String(error)}).`)
  }
}

const MAX_LOGGED = 20

function logHeldBack(index: Index): void {
  const errors = listProblems(index).filter(({ severity }) => severity === 'error')
  for (const problem of errors.slice(0, MAX_LOGGED)) index.log(formatProblem(problem))
  if (errors.length > MAX_LOGGED) index.log(`… and ${errors.length - MAX_LOGGED} more: npm run check-content`)
}
