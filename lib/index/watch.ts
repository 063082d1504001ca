import { statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type AsyncSubscription, subscribe } from '@parcel/watcher'
import type { Index } from './index-state.ts'
import { isPictureFile, refreshPictures, toFileSource } from './picture-changes.ts'
import { syncIndex } from './sync.ts'
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
  const changes = createChanges()
  const state = { closed: false, complained: '' }
  const sync = (scopes: string[]) => syncQuietly(index, scopes, state)
  const subscription = keepSubscribed(index, changes, state)
  const sweep = setSweep(() => sync(['']).then(() => refreshQuietly(index)), state)
  changes.onChange = () => drain(index, changes, sync)
  return {
    close: async () => {
      state.closed = true
      clearTimeout(sweep.timer)
      await (await subscription)?.unsubscribe().catch(() => {})
      await index.lastSync
    },
  }
}

type State = { closed: boolean; complained: string }
type Changes = {
  paths: Set<string>
  pictures: Set<string>
  since: number
  draining: boolean
  onChange: () => void
}

function createChanges(): Changes {
  return { paths: new Set(), pictures: new Set(), since: 0, draining: false, onChange: () => {} }
}

async function keepSubscribed(
  index: Index,
  changes: Changes,
  state: State,
): Promise<AsyncSubscription | null> {
  try {
    return await subscribe(index.contentDir, (error, events) => {
      if (state.closed) return
      if (error !== null) changes.paths.add('')
      for (const event of events) {
        const file = path.relative(index.contentDir, event.path).split(path.sep).join('/')
        if (isPictureFile(file)) changes.pictures.add(toFileSource(file))
        else if (isOfInterest(file)) changes.paths.add(file)
      }
      if (changes.paths.size + changes.pictures.size > 0) changes.onChange()
    })
  } catch (error) {
    index.log(
      `The content folder cannot be watched (${String(error)}): changes are found by comparing it now and then.`,
    )
    return null
  }
}

/** A content file, or a folder that may hold some: pictures, editors' own files and the rest are none of ours. */
function isOfInterest(file: string): boolean {
  if (getContentKind(file) !== null) return true
  return /^(?:posts|pages|authors)(?:\/|$)/.test(file) && !/(?:^|\/)\.|~$/.test(file)
}

async function drain(
  index: Index,
  changes: Changes,
  sync: (scopes: string[]) => Promise<void>,
): Promise<void> {
  if (changes.draining) return
  changes.draining = true
  changes.since = Date.now()
  while (changes.paths.size > 0) {
    const paths = [...changes.paths]
    if (paths.some((file) => isBeingWritten(index, file)) && Date.now() - changes.since < PATIENCE_MS) {
      await wait(QUIET_MS / 2)
      continue
    }
    changes.paths.clear()
    await sync(toScopes(paths))
    changes.since = Date.now()
  }
  const pictures = [...changes.pictures]
  changes.pictures.clear()
  await refreshQuietly(index, pictures)
  changes.draining = false
  if (changes.paths.size + changes.pictures.size > 0) await drain(index, changes, sync)
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
async function syncQuietly(index: Index, scopes: string[], state: State): Promise<void> {
  try {
    await syncIndex(index, scopes)
    if (state.complained !== '') index.log('The content folder can be read again.')
    state.complained = ''
  } catch (error) {
    index.status = 'degraded'
    const message = Error.isError(error) ? error.message : String(error)
    if (message !== state.complained) index.log(message)
    state.complained = message
  }
}

/** `sources` undefined: all that lie in the content folder. */
async function refreshQuietly(index: Index, sources?: readonly string[]): Promise<void> {
  try {
    await refreshPictures(index, sources)
  } catch (error) {
    index.log(`The pictures cannot be looked at (${String(error)}).`)
  }
}

function setSweep(sweep: () => Promise<void>, state: State): { timer: NodeJS.Timeout } {
  const next = (delay: number): NodeJS.Timeout =>
    setTimeout(async () => {
      const started = performance.now()
      await sweep()
      const took = performance.now() - started
      if (!state.closed) held.timer = next(Math.max(SHORTEST_SWEEP_MS, took * SWEEP_SHARE))
    }, delay).unref()
  const held = { timer: next(SHORTEST_SWEEP_MS) }
  return held
}
