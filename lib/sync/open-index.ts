import { getEnv } from '#lib/config/env.ts'
import { defaultSite } from '#lib/config/site.ts'
import { openDatabase } from '#lib/index/database.ts'
import { createIndex, type Index } from '#lib/index/index-state.ts'
import { openIndexReader } from './thread/index-reader.ts'
import type { Watch } from './watch/watch-content.ts'

// What reads files and writes the index is loaded where it runs, which is the sync thread's part: with it each route's
// bundle, and the serving thread's start, would be half as large again.

export type IndexOptions = { contentDir: string; dataDir: string; log: (line: string) => void }

/** Opens the index without looking at the files: `syncIndex` does. */
export function openIndex({ contentDir, dataDir, log }: IndexOptions): Index {
  return createIndex({
    contentDir,
    dataDir,
    log,
    site: defaultSite,
    database: openDatabase(dataDir, log),
    isReader: false,
    write: async (index, write) => {
      const { applyWrite } = await import('./writes.ts')
      return applyWrite(index, write)
    },
  })
}

type SharedIndex = {
  index: Index
  ready: Promise<Index>
  watch: () => Promise<void>
  close: () => Promise<void>
}

declare global {
  /**
   * Next bundles this module into several chunks; all of them, the cache handler and the server share the one index of
   * a process here. Keyed by CONTENT_DIR and DATA_DIR, so that tests may have several.
   */
  var broadsheetIndexes: Map<string, SharedIndex> | undefined
}

/** The process's index, once it has been compared with the files. */
export function getIndex(): Promise<Index> {
  return getShared().ready
}

/** The process's index as it is now, complete or not. */
export function peekIndex(): Index {
  return getShared().index
}

/** The process's index where one is open: for what can do without. */
export function findOpenIndex(): Index | null {
  return globalThis.broadsheetIndexes?.get(getKey())?.index ?? null
}

/** Keeps the process's index up with the files from now on. */
export async function watchIndex(): Promise<void> {
  const shared = getShared()
  await shared.ready
  await shared.watch()
}

/** Lets go of the process's index, if it has one: what is under way is finished first. */
export async function closeIndex(): Promise<void> {
  const shared = globalThis.broadsheetIndexes?.get(getKey())
  if (shared === undefined) return
  await Promise.all([...shared.index.closers].map((close) => close('now')))
  await shared.close()
  globalThis.broadsheetIndexes?.delete(getKey())
}

function getShared(): SharedIndex {
  globalThis.broadsheetIndexes ??= new Map()
  const known = globalThis.broadsheetIndexes.get(getKey())
  if (known !== undefined) return known
  const { contentDir, dataDir, hasSyncThread } = getEnv()
  const options = { contentDir, dataDir, log: (line: string) => console.warn(line) }
  const shared = hasSyncThread ? openInThread(options) : openInProcess(options)
  globalThis.broadsheetIndexes.set(getKey(), shared)
  return shared
}

/** The thread watches by itself. */
function openInThread(options: IndexOptions): SharedIndex {
  const { contentGit: git, databaseUrl } = getEnv()
  return { ...openIndexReader({ ...options, git, databaseUrl }), watch: async () => {} }
}

/** For tests and builds: the same, in this thread. */
function openInProcess(options: IndexOptions): SharedIndex {
  const index = openIndex(options)
  const closeOnExit = () => index.database.close()
  // A build's workers just end. An index that was not closed is taken for a crashed one, and checked whole.
  process.once('exit', closeOnExit)
  let watching: Promise<Watch> | null = null
  return {
    index,
    ready: fill(index),
    watch: async () => {
      watching ??= import('./watch/watch-content.ts').then(({ watchContent }) => watchContent(index))
      await watching
    },
    close: async () => {
      await (await watching)?.close()
      await index.lastSync
      closeOnExit()
      process.removeListener('exit', closeOnExit)
    },
  }
}

function getKey(): string {
  const { contentDir, dataDir } = getEnv()
  return `${contentDir}\n${dataDir}`
}

async function fill(index: Index): Promise<Index> {
  const { fillInProcess } = await import('./thread/fill-in-process.ts')
  return fillInProcess(index)
}
