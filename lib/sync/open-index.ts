import { getEnv } from '#lib/config/env.ts'
import { defaultSite } from '#lib/config/site.ts'
import { openDatabase } from '#lib/index/database.ts'
import { raiseFault, setStatus } from '#lib/index/faults.ts'
import { createIndex, type Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { adoptIndex, syncIndex } from './sync.ts'
import { MissingContentError } from './sync-site.ts'
import { type Watch, watchContent } from './watch.ts'
import { applyWrite } from './writes.ts'

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
    write: async (index, write) => applyWrite(index, write),
  })
}

type SharedIndex = { index: Index; ready: Promise<Index>; watch: Watch | null; closeOnExit: () => void }

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
  const index = await shared.ready
  shared.watch ??= watchContent(index)
}

/** Lets go of the process's index: what is under way is finished first. */
export async function closeIndex(): Promise<void> {
  const shared = getShared()
  await shared.watch?.close()
  await Promise.all([...shared.index.closers].map((close) => close()))
  await shared.index.lastSync
  shared.closeOnExit()
  process.removeListener('exit', shared.closeOnExit)
  globalThis.broadsheetIndexes?.delete(getKey())
}

function getShared(): SharedIndex {
  globalThis.broadsheetIndexes ??= new Map()
  const known = globalThis.broadsheetIndexes.get(getKey())
  if (known !== undefined) return known
  const { contentDir, dataDir } = getEnv()
  const index = openIndex({ contentDir, dataDir, log: (line) => console.warn(line) })
  const closeOnExit = () => index.database.close()
  // A build's workers just end. An index that was not closed is taken for a crashed one, and checked whole.
  process.once('exit', closeOnExit)
  const shared = { index, ready: fill(index), watch: null, closeOnExit }
  globalThis.broadsheetIndexes.set(getKey(), shared)
  return shared
}

function getKey(): string {
  const { contentDir, dataDir } = getEnv()
  return `${contentDir}\n${dataDir}`
}

/** An index from before serves when the folder of posts is not there: an unmounted disk is no empty paper. */
async function fill(index: Index): Promise<Index> {
  if (getEnv().isBuilding && adoptIndex(index)) return index
  try {
    await syncIndex(index)
  } catch (error) {
    if (!(error instanceof MissingContentError)) throw error
    setStatus(index, true)
    raiseFault(index, 'content-missing', error.message)
  }
  logHeldBack(index)
  return index
}

const MAX_LOGGED = 20

function logHeldBack(index: Index): void {
  const errors = listProblems(index).filter(({ severity }) => severity === 'error')
  for (const problem of errors.slice(0, MAX_LOGGED)) index.log(formatProblem(problem))
  if (errors.length > MAX_LOGGED) index.log(`… and ${errors.length - MAX_LOGGED} more: npm run check-content`)
}
