import { type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clearFault, raiseFault, setStatus } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import { toMediaPath } from '#lib/markdown/urls/media-url.ts'
import { isPictureFile, refreshPictures } from '#lib/pictures/registry/picture-changes.ts'
import { createFolderWatches, type FolderWatches } from './files/folder-watches.ts'
import { isOfInterest } from './files/is-of-interest.ts'
import type { Visitor } from './files/walk.ts'
import { watchRoots } from './files/watch-roots.ts'
import { listDue } from './list-due.ts'
import { isRemovalConfirmed } from './removals.ts'
import { rereadBehind } from './reread-files.ts'
import { toScopes } from './scopes.ts'
import { syncChanged } from './sync.ts'
import { MissingContentError } from './sync-site.ts'

/** A file written to less than this long ago may still be in the writing; it is waited for, but not for ever. */
const QUIET_MS = 40
const TIMEOUT_MS = 500

/** So many events at once may be more than the system kept for us. */
const MAX_EVENTS = 5_000

/** A sweep takes at most about a fiftieth of one core, whatever the size of the archive. */
const SWEEP_SHARE = 50
const MIN_SWEEP_MS = 10_000

/** What could not be written is tried again soon. */
const FULL_SWEEP_MS = 2_000

/** How often it is looked whether an operator confirmed a removal that is held back. */
const CONFIRM_MS = 2_000

export type Watch = {
  /** Fulfilled when everything was compared once. */
  compared: Promise<void>
  close: () => Promise<void>
}

/**
 * Keeps the index up with the files: by the system's events where there are some, and by a comparison of everything now
 * and then for the file systems that send none.
 */
export function watchContent(index: Index): Watch {
  const watching: Watching = {
    index,
    paths: new Set(),
    links: new Map(),
    events: 0,
    closed: false,
    draining: null,
    folders: createFolderWatches(
      index.contentDir,
      (file) => hear(watching, file),
      (fault) => reportUnwatched(index, fault),
    ),
  }
  const compared = compareFirst(watching)
  const sweeps = setSweep(watching)
  const roots = watchRoots(index.contentDir, () => compareAgain(watching))
  return {
    compared,
    close: async () => {
      watching.closed = true
      clearTimeout(sweeps.timer)
      clearInterval(sweeps.confirm)
      await Promise.all([compared, roots.close()])
      watching.folders.close()
      await watching.draining
      await index.rereading?.catch(() => {})
      await index.lastSync
    },
  }
}

/** A folder is watched before it is compared: what is saved meanwhile is heard of, and waits for no comparison. */
async function compareFirst(watching: Watching): Promise<void> {
  await Promise.all([watching.folders.addBelow(''), sweep(watching)])
  if (!watching.closed) setStatus(watching.index, true)
}

/** The same for what is in the place of the content folder now. */
async function compareAgain(watching: Watching): Promise<void> {
  await watching.folders.addBelow('')
  await sweep(watching)
  await refreshQuietly(watching)
}

type Watching = {
  readonly index: Index
  /** Where something changed, still to be looked at. */
  readonly paths: Set<string>
  /** Symbolic links that are followed, by what they lead to. */
  readonly links: Map<string, string>
  readonly folders: FolderWatches
  /** How many events came since the paths were last looked at. */
  events: number
  closed: boolean
  draining: Promise<void> | null
}

function reportUnwatched(index: Index, fault: string): void {
  const limit = fault === 'ENOSPC' ? 'fs.inotify.max_user_watches' : 'fs.inotify.max_user_instances'
  raiseFault(
    index,
    'not-watched',
    `The content folder cannot be watched (${fault}): changes are found by comparing it now and then. On Linux, raise ${limit}.`,
  )
}

function hear(watching: Watching, file: string): void {
  if (watching.closed) return
  watching.events += 1
  for (const [target, link] of watching.links) {
    if (file === target || file.startsWith(`${target}/`)) watching.paths.add(link)
  }
  if (file === '' || isOfInterest(file)) watching.paths.add(file)
  if (watching.paths.size > 0) startDrain(watching)
}

function startDrain(watching: Watching): void {
  watching.draining ??= drain(watching)
    .catch((error: unknown) => reportError(watching.index, error))
    .finally(() => {
      watching.draining = null
      if (watching.paths.size > 0 && !watching.closed)
        setTimeout(() => startDrain(watching), QUIET_MS).unref()
    })
}

async function drain(watching: Watching): Promise<void> {
  let since = Date.now()
  // Events of one save come one by one.
  await wait(1)
  while (watching.paths.size > 0 && !watching.closed) {
    const paths = [...watching.paths]
    if (paths.some((file) => isBeingWritten(watching.index, file)) && Date.now() - since < TIMEOUT_MS) {
      await wait(QUIET_MS / 2)
      continue
    }
    watching.paths.clear()
    const wasFlooded = watching.events > MAX_EVENTS
    watching.events = 0
    await lookAt(watching, wasFlooded ? [...paths, ''] : paths)
    since = Date.now()
  }
}

async function lookAt(watching: Watching, paths: readonly string[]): Promise<void> {
  await watchFolders(watching, paths)
  const pictures = paths.filter(isPictureFile)
  await syncQuietly(watching, toScopes(paths.filter((file) => !isPictureFile(file))))
  await refreshQuietly(watching, pictures.map(toMediaPath))
}

/** Folders that came, were moved or were made anew are watched from now on; those that went no longer. */
async function watchFolders({ folders, index }: Watching, paths: readonly string[]): Promise<void> {
  for (const file of paths) {
    if (file === '') continue
    if (getStats(index, file)?.isDirectory() === true) await folders.addBelow(file)
    else folders.remove(file)
  }
}

function isBeingWritten(index: Index, file: string): boolean {
  const stat = getStats(index, file)
  return stat?.isFile() === true && Math.abs(Date.now() - stat.mtimeMs) < QUIET_MS
}

/** Null for what is not there, or cannot be seen. */
function getStats(index: Index, file: string): Stats | null {
  try {
    return statSync(path.join(index.contentDir, file))
  } catch {
    return null
  }
}

/** What is told of each comparison: folders are watched before they are read, so that nothing is missed. */
function createVisitor({ folders, links }: Watching): Visitor {
  return { onFolder: folders.add, onLink: (link, target) => void links.set(target, link) }
}

/** What goes wrong is said once until it is mended, and does not stop the watch. */
async function syncQuietly(watching: Watching, scopes: string[]): Promise<void> {
  const { index } = watching
  if (scopes.length === 0) return
  try {
    const wasMissing = index.faults.has('content-missing')
    await syncChanged(index, wasMissing ? [''] : scopes, createVisitor(watching))
    rereadBehind(index, () => watching.closed)
    if (wasMissing) await watching.folders.addBelow('')
  } catch (error) {
    if (error instanceof MissingContentError) {
      // A folder that was away is another folder when it comes back; what holds it tells when that is.
      watching.folders.close()
      watching.folders.add('')
      raiseFault(index, 'content-missing', error.message)
    } else reportError(index, error)
  }
}

/** `sources` undefined: all that content names. */
async function refreshQuietly({ index }: Watching, sources?: readonly string[]): Promise<void> {
  try {
    await refreshPictures(index, sources)
  } catch (error) {
    reportError(index, error)
  }
}

/** Compares everything. Only what differs takes its turn among the syncs, so that no save waits for the comparison. */
async function sweep(watching: Watching): Promise<void> {
  const { index } = watching
  if (index.faults.has('content-missing')) return syncQuietly(watching, [''])
  try {
    await watchAgain(watching)
    const due = await listDue(index, createVisitor(watching), () => watching.closed)
    for (const file of due) watching.paths.add(file)
    if (watching.paths.size > 0) startDrain(watching)
    await watching.draining
    rereadBehind(index, () => watching.closed)
  } catch {
    await syncQuietly(watching, [''])
  }
}

async function watchAgain({ index, folders }: Watching): Promise<void> {
  if (index.faults.has('not-watched') && (await folders.retry()))
    clearFault(index, 'not-watched', 'The content folder is watched again.')
}

type Timers = { timer: NodeJS.Timeout; confirm: NodeJS.Timeout }

function setSweep(watching: Watching): Timers {
  const { index } = watching
  const next = (delay: number): NodeJS.Timeout =>
    setTimeout(async () => {
      const started = performance.now()
      await sweep(watching)
      await refreshQuietly(watching)
      const took = performance.now() - started
      const isFull = index.faults.has('disk-full')
      const pause = isFull ? Math.max(FULL_SWEEP_MS, took * 10) : Math.max(MIN_SWEEP_MS, took * SWEEP_SHARE)
      if (!watching.closed) timers.timer = next(pause)
    }, delay).unref()
  const confirm = setInterval(() => {
    if (isRemovalConfirmed(index)) hear(watching, '')
  }, CONFIRM_MS).unref()
  const timers: Timers = { timer: next(MIN_SWEEP_MS), confirm }
  return timers
}
