import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createAnew } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { clearFault, type Fault, raiseFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import { describeFault } from '#lib/index/machine-faults.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { giveWriterLock, takeWriterLock } from '#lib/replication/history.ts'
import { type Link, openLink } from '#lib/replication/link.ts'
import { getPosition } from '#lib/replication/position.ts'
import { listen, type Notification } from '#lib/replication/requests.ts'
import { ensureSchema } from '#lib/replication/shared-schema.ts'
import { closeQuietly, openAgain, openOwned } from '../open-owned.ts'
import type { OwnedIndex } from '../own-index.ts'
import type { FromSync, SyncSettings } from '../sync-messages.ts'
import { createProgress } from '../sync-progress.ts'
import { createTeller } from '../tell-changes.ts'
import { type IndexFilesWatch, watchIndexFiles } from '../watch-index-files.ts'
import { createAskedWrites } from './asked-writes.ts'
import { catchUp } from './catch-up.ts'
import { type ContentSource, openContentSource } from './content-source.ts'
import { type Leader, startLeading } from './lead.ts'
import { forgetWriterFaults, reportLost } from './shared-faults.ts'
import { createSleep } from './sleep.ts'

const BEAT_MS = 500

/** How often the history is looked at where nothing was heard of it, and whether its writer is gone. */
const POLL_MS = 1_000

const RECONNECT_MS = 500

/** Milliseconds for which an index of an earlier run is not served while PostgreSQL does not answer. */
const PATIENCE_MS = 3_000

/**
 * Owns an index that is a copy of the one that all instances share through PostgreSQL. One instance at a time, whoever
 * has the lock, reads the files and writes; the others follow, and one of them takes over when it is gone.
 *
 * @param url of the database
 */
export function shareIndex(
  settings: SyncSettings,
  url: string,
  post: (message: FromSync) => void,
): OwnedIndex {
  const id = randomUUID()
  const progress = createProgress(settings.progress)
  const beat = setInterval(progress.beat, BEAT_MS)
  const asked = createAskedWrites()
  let index: Index | null = null
  let content: ContentSource | null = null
  let link: Link | null = null
  let looking: IndexFilesWatch | null = null
  let leader: Leader | null = null
  let isClosing = false
  let isDamaged = false
  let generation = 0
  let shown = ''
  const sleep = createSleep(POLL_MS)
  const tell = createTeller(post, () => (isClosing ? 'nothing' : 'all'))

  async function run(): Promise<void> {
    const opened = await openOwned(settings, post, () => isClosing)
    if (opened === null) return
    index = opened
    opened.onProgress = progress.setFile
    opened.onDamage = (error) => rebuild(Error.isError(error) ? error.message : String(error))
    looking = watchIndexFiles(opened, ({ kind, reason }) => {
      // Copies of the index are made of its file alone, for which its log is folded in without a change.
      if (kind !== 'written') startAgain(kind === 'moved' ? 'index-missing' : 'index-damaged', reason)
    })
    opened.onChange = () => {
      if (!opened.isFillingWords) leader?.noteWritten()
      tell(opened)
    }
    post({ kind: 'role', isFollower: true })
    content = openContentSource(settings, opened, post)
    if (getMeta(opened, 'complete') !== null) setTimeout(() => show(opened), PATIENCE_MS).unref()
    while (!isClosing) {
      await connect(opened)
      if (!isClosing) await wait(RECONNECT_MS)
    }
  }

  /** Returns when the connection is lost, the index is damaged, or all is to end. */
  async function connect(opened: Index): Promise<void> {
    const current = openLink(url, sleep.wake)
    link = current
    try {
      await serve(opened, current)
    } catch (error) {
      reportLost(opened, error)
    }
    await leader?.suspend()
    if (isClosing) await finish(current)
    link = null
    await current.close()
    if (isDamaged && !isClosing) await renew(opened)
  }

  async function serve(opened: Index, current: Link): Promise<void> {
    await ensureSchema(current.sql)
    await listen(current.sql, (notification) => hear(opened, current, notification))
    if (leader !== null) await regain(current, leader)
    while (!isClosing && !isDamaged) {
      current.check()
      if (leader === null) await follow(opened, current)
      else await leader.step(current)
      clearFault(opened, 'database', 'PostgreSQL answers again.')
      await sleep.start()
    }
  }

  let lastTry = Number.NEGATIVE_INFINITY
  async function follow(opened: Index, current: Link): Promise<void> {
    const replica = { index: opened, onReplaced: countReplaced }
    if (await catchUp(replica, current)) show(opened)
    asked.settle(getPosition(opened)?.number ?? 0)
    if (content?.isThere() !== true || performance.now() - lastTry < POLL_MS / 2) return
    lastTry = performance.now()
    const pid = await takeWriterLock(current.lock)
    if (pid === null) return
    // Nobody else writes any more: what the former writer sent last is taken too.
    await catchUp(replica, current)
    post({ kind: 'role', isFollower: false })
    const instance = { id, index: opened, wake: sleep.wake, show: () => show(opened) }
    leader = await startLeading(instance, current, pid)
    if (leader === null) await stepDown(current, true)
  }

  function countReplaced(): void {
    generation += 1
    looking?.noteOpened()
  }

  /** Who wrote goes on, unless another instance did so meanwhile. */
  async function regain(current: Link, former: Leader): Promise<void> {
    const pid = await takeWriterLock(current.lock)
    if (pid !== null && (await former.resume(current, pid))) return
    former.end()
    leader = null
    await stepDown(current, pid !== null)
  }

  async function stepDown(current: Link, hasLock: boolean): Promise<void> {
    post({ kind: 'role', isFollower: true })
    if (index !== null) forgetWriterFaults(index)
    if (hasLock) await giveWriterLock(current.lock)
  }

  function hear(opened: Index, current: Link, notification: Notification): void {
    switch (notification.kind) {
      case 'changed':
        sleep.wake()
        return
      case 'snapshot':
        leader?.wantSnapshot()
        return
      case 'request':
        leader?.handle(current, notification.id).catch((error: unknown) => reportLost(opened, error))
        return
      case 'answer':
        asked.noteAnswer(notification.id, notification)
        sleep.wake()
    }
  }

  function show(opened: Index): void {
    const identity = `${id} ${generation}`
    if (identity !== shown) post({ kind: 'opened', identity })
    shown = identity
    if (opened.status === 'starting') setStatus(opened, true)
  }

  async function write(wanted: Write): Promise<boolean> {
    if (wanted.kind === 'pull') content?.pull()
    if (leader !== null) return wanted.kind === 'pull' ? true : leader.write(wanted)
    return link === null || shown === '' ? false : asked.ask(link.sql, wanted)
  }

  function rebuild(reason: string): void {
    startAgain('index-damaged', reason)
  }

  function startAgain(fault: Fault, reason: string): void {
    if (isDamaged || isClosing || index === null) return
    isDamaged = true
    raiseFault(index, fault, describeFault(fault, settings.dataDir, reason))
    sleep.wake()
  }

  /** An empty index has no position: it is fetched again, or filled where nothing was ever shared. */
  async function renew(damaged: Index): Promise<void> {
    leader = null
    const file = getDatabasePath(settings.dataDir)
    await openAgain(
      damaged,
      () => createAnew(file),
      0,
      () => isClosing,
    )
    if (isClosing) return
    countReplaced()
    isDamaged = false
    damaged.faults.delete('index-damaged')
    damaged.faults.delete('index-missing')
  }

  /** What was written is sent, so that the next start need not fetch the index. */
  async function finish(current: Link): Promise<void> {
    const last = leader
    leader = null
    if (last === null) return
    try {
      last.noteWritten()
      await last.step(current)
    } catch (error) {
      index?.log(`The last changes could not be sent to PostgreSQL (${String(error)}).`)
    }
    last.end()
  }

  async function close(): Promise<void> {
    isClosing = true
    clearInterval(beat)
    looking?.close()
    if (index !== null) index.isClosing = true
    sleep.wake()
    await running
    await content?.close()
    if (index !== null) closeQuietly(index)
  }

  const running = run().catch((error: unknown) => {
    // Not reported elsewhere: the thread ends and is restarted.
    setImmediate(() => {
      throw error
    })
  })
  return { write, rebuild, close }
}
