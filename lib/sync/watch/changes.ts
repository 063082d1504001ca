import { type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { raiseFault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import { toMediaPath } from '#lib/markdown/urls/media-url.ts'
import { isPictureFile, refreshPictures } from '#lib/pictures/registry/picture-changes.ts'
import { isOfInterest } from '../files/is-of-interest.ts'
import type { Visitor } from '../files/walk.ts'
import { rereadBehind } from '../reread-files.ts'
import { toScopes } from '../scopes.ts'
import { syncChanged } from '../sync.ts'
import { MissingContentError } from '../sync-site.ts'
import type { FolderWatches } from './folder-watches.ts'

/** A file written to less than this long ago may still be in the writing; it is waited for, but not for ever. */
const QUIET_MS = 40
const TIMEOUT_MS = 500

/** So many events at once may be more than the system kept for us. */
const MAX_EVENTS = 5_000

/** What one watch knows. */
export type Watching = {
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

/** Notes that something changed at a path, and looks at it soon. */
export function hear(watching: Watching, file: string): void {
  if (watching.closed) return
  watching.events += 1
  for (const [target, link] of watching.links) {
    if (file === target || file.startsWith(`${target}/`)) watching.paths.add(link)
  }
  if (file === '' || isOfInterest(file)) watching.paths.add(file)
  if (watching.paths.size > 0) startDrain(watching)
}

export function startDrain(watching: Watching): void {
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
export function createVisitor({ folders, links }: Watching): Visitor {
  return { onFolder: folders.add, onLink: (link, target) => void links.set(target, link) }
}

/** What goes wrong is said once until it is mended, and does not stop the watch. */
export async function syncQuietly(watching: Watching, scopes: string[]): Promise<void> {
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
export async function refreshQuietly({ index }: Watching, sources?: readonly string[]): Promise<void> {
  try {
    await refreshPictures(index, sources)
  } catch (error) {
    reportError(index, error)
  }
}
