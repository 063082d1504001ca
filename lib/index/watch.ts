import { statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AsyncSubscription } from '@parcel/watcher'
import type { Index } from './index-state.ts'
import { isPictureFile, refreshPictures, toFileSource } from './picture-changes.ts'
import { listDifferent, syncIndex } from './sync.ts'
import { getContentKind } from './walk.ts'

/** A file written to less than this long ago may still be in the writing; it is waited for, but not for ever. */
const QUIET_MS = 40
const PATIENCE_MS = 500

/** So many single paths cost more than one comparison of everything. */
const MOST_SCOPES = 1_000

/** A sweep takes at most about a fiftieth of one core, whatever the size of the archive. */
const SWEEP_SHARE = 50
const SHORTEST_SWEEP_MS = 10_000

export type Watch = { close: () => Promise<void> }

/**
 * Keeps the index up with the files: by the system's events where there are some, and by a comparison of everything now
 * and then for the file systems that send none.
 */
export function watchContent(index: Index): Watch {
  const watching: Watching = {
    index,
    paths: new Set(),
    closed: false,
    complained: index.status === 'degraded' ? 'before the watch began' : '',
    draining: false,
    subscription: null,
  }
  const subscribed = subscribeAgain(watching)
  const sweeps = setSweep(watching)
  return {
    close: async () => {
      watching.closed = true
      clearTimeout(sweeps.timer)
      await subscribed
      await unsubscribe(watching)
      await index.lastSync
    },
  }
}

type Watching = {
  readonly index: Index
  /** Where something changed, still to be looked at. */
  readonly paths: Set<string>
  closed: boolean
  /** What was last said to be wrong; '' while all is well. */
  complained: string
  draining: boolean
  subscription: AsyncSubscription | null
}

/** A folder that was away is another folder when it comes back. */
async function subscribeAgain(watching: Watching): Promise<void> {
  const { index } = watching
  await unsubscribe(watching)
  try {
    // Loaded here: a native module, which may not be there for every machine.
    const { subscribe } = await import('@parcel/watcher')
    watching.subscription = await subscribe(index.contentDir, (error, events) => {
      if (watching.closed) return
      if (error !== null) watching.paths.add('')
      for (const event of events) {
        const file = path.relative(index.contentDir, event.path).split(path.sep).join('/')
        if (isOfInterest(file)) watching.paths.add(file)
      }
      drain(watching)
    })
  } catch (error) {
    index.log(
      `The content folder cannot be watched (${String(error)}): changes are found by comparing it now and then.`,
    )
  }
}

/** Fails when the folder is gone already, which is what was wanted. */
async function unsubscribe(watching: Watching): Promise<void> {
  await watching.subscription?.unsubscribe().catch(() => {})
  watching.subscription = null
}

/** A content file, a picture, or a folder that may hold some: editors' own files and the rest are none of ours. */
function isOfInterest(file: string): boolean {
  if (getContentKind(file) !== null || isPictureFile(file)) return true
  return /^(?:posts|pages|authors)(?:\/|$)/.test(file) && !/(?:^|\/)\.|~$/.test(file)
}

async function drain(watching: Watching): Promise<void> {
  if (watching.draining) return
  watching.draining = true
  let since = Date.now()
  while (watching.paths.size > 0) {
    const paths = [...watching.paths]
    if (paths.some((file) => isBeingWritten(watching.index, file)) && Date.now() - since < PATIENCE_MS) {
      await wait(QUIET_MS / 2)
      continue
    }
    watching.paths.clear()
    const pictures = paths.filter(isPictureFile)
    await syncQuietly(watching, toScopes(paths.filter((file) => !isPictureFile(file))))
    await refreshQuietly(watching, pictures.map(toFileSource))
    since = Date.now()
  }
  watching.draining = false
}

function isBeingWritten(index: Index, file: string): boolean {
  const stat = statSync(path.join(index.contentDir, file), { throwIfNoEntry: false })
  return stat?.isFile() === true && Math.abs(Date.now() - stat.mtimeMs) < QUIET_MS
}

/** A folder stands for all that lies below it. */
export function toScopes(paths: readonly string[]): string[] {
  if (paths.length > MOST_SCOPES || paths.includes('')) return ['']
  const set = new Set(paths)
  return paths.filter((file) => !listFolders(file).some((folder) => set.has(folder)))
}

function listFolders(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(1).map((_part, end) => parts.slice(0, end + 1).join('/'))
}

/** What goes wrong is said once until it is mended, and does not stop the watch. */
async function syncQuietly(watching: Watching, scopes: string[]): Promise<void> {
  const { index } = watching
  if (scopes.length === 0) return
  try {
    await syncIndex(index, watching.complained === '' ? scopes : [''])
    if (watching.complained === '') return
    index.log('The content folder can be read again.')
    watching.complained = ''
    await subscribeAgain(watching)
  } catch (error) {
    index.status = 'degraded'
    const message = Error.isError(error) ? error.message : String(error)
    if (message !== watching.complained) index.log(message)
    watching.complained = message
  }
}

/** `sources` undefined: all that content names. */
async function refreshQuietly({ index }: Watching, sources?: readonly string[]): Promise<void> {
  try {
    await refreshPictures(index, sources)
  } catch (error) {
    index.log(`Pictures cannot be looked at (${String(error)}).`)
  }
}

/** Compares everything. Only what differs takes its turn among the syncs, so that no save waits for the comparison. */
async function sweep(watching: Watching): Promise<void> {
  if (watching.complained !== '') return syncQuietly(watching, [''])
  try {
    for (const file of await listDifferent(watching.index)) watching.paths.add(file)
    await drain(watching)
  } catch {
    await syncQuietly(watching, [''])
  }
}

function setSweep(watching: Watching): { timer: NodeJS.Timeout } {
  const next = (delay: number): NodeJS.Timeout =>
    setTimeout(async () => {
      const started = performance.now()
      await sweep(watching)
      await refreshQuietly(watching)
      const took = performance.now() - started
      if (!watching.closed) held.timer = next(Math.max(SHORTEST_SWEEP_MS, took * SWEEP_SHARE))
    }, delay).unref()
  const held = { timer: next(SHORTEST_SWEEP_MS) }
  return held
}
