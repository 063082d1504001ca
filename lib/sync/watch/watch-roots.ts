import { statSync } from 'node:fs'
import path from 'node:path'

/** The content folder and what may be mounted or linked into it. */
const ROOTS = ['', 'posts', 'pages', 'authors', 'media', 'root']

const LOOK_MS = 250

export type RootWatch = { close: () => Promise<void> }

/**
 * Tells when the content folder, or one of those in it, is another folder than before: a link that leads elsewhere now (as
 * programs that deploy change it), a disk that was mounted or is gone. The system has no events for these.
 */
export function watchRoots(contentDir: string, onReplaced: () => Promise<void>): RootWatch {
  let seen = identify(contentDir)
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    const identity = identify(contentDir)
    if (identity === seen || running !== null) return
    seen = identity
    running = onReplaced().finally(() => {
      running = null
    })
  }, LOOK_MS).unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** Device and number of each folder. */
function identify(contentDir: string): string {
  return ROOTS.map((folder) => {
    try {
      const { dev, ino } = statSync(path.join(contentDir, folder))
      return `${dev}:${ino}`
    } catch {
      return 'none'
    }
  }).join()
}
