import { raiseFault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { hear, type Watching } from './changes.ts'
import { createFolderWatches } from './folder-watches.ts'
import { compareAgain, compareFirst, startSweeps } from './sweeps.ts'
import { watchRoots } from './watch-roots.ts'

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
  const stopSweeps = startSweeps(watching)
  const roots = watchRoots(index.contentDir, () => compareAgain(watching))
  return {
    compared,
    close: async () => {
      watching.closed = true
      stopSweeps()
      await Promise.all([compared, roots.close()])
      watching.folders.close()
      await watching.draining
      await index.rereading?.catch(() => {})
      await index.lastSync
    },
  }
}

function reportUnwatched(index: Index, fault: string): void {
  const limit = fault === 'ENOSPC' ? 'fs.inotify.max_user_watches' : 'fs.inotify.max_user_instances'
  raiseFault(
    index,
    'not-watched',
    `The content folder cannot be watched (${fault}): changes are found by comparing it now and then. On Linux, raise ${limit}.`,
  )
}
