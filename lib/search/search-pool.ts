import path from 'node:path'
import { WorkerPool } from '#lib/concurrency/worker-pool.ts'
import { answerSchema, type SearchAnswer, type SearchJob } from './search-jobs.ts'

const WORKER_FILE = 'lib/search/search-worker.ts'
const MEMORY_MB = 128

/** Milliseconds of processor time a search may take. None needs a tenth of it, but the first waits for the worker to load. */
const CPU_MS = 5_000

type SearchPool = WorkerPool<SearchAnswer>

declare global {
  /** The pools of this process by the file of their index: Next bundles this module into several chunks. */
  var broadsheetSearchPools: Map<string, SearchPool> | undefined
}

/**
 * Searches in a worker thread, one search at a time: readers of other pages do not wait for it.
 *
 * @param databaseFile of the index
 * @throws {TaskFailure} when it took too much processor time or memory
 */
export function runSearch(databaseFile: string, job: SearchJob): Promise<SearchAnswer> {
  return getPool(databaseFile).run(job, false)
}

/** Starts the worker, so that the first search does not wait for it. */
export function startSearchWorker(databaseFile: string): void {
  getPool(databaseFile).warmUp()
}

/** Ends the worker of an index: it holds a connection to it. The next search starts another. */
export async function closeSearchPool(databaseFile: string, how: 'now' | 'when-idle' = 'now'): Promise<void> {
  const pool = globalThis.broadsheetSearchPools?.get(databaseFile)
  globalThis.broadsheetSearchPools?.delete(databaseFile)
  await (how === 'now' ? pool?.close() : pool?.retire())
}

function getPool(databaseFile: string): SearchPool {
  globalThis.broadsheetSearchPools ??= new Map()
  const known = globalThis.broadsheetSearchPools.get(databaseFile)
  if (known !== undefined) return known
  const pool: SearchPool = new WorkerPool({
    file: path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE),
    workerData: { databaseFile },
    size: 1,
    maxSize: 2,
    memoryMb: MEMORY_MB,
    cpuMs: CPU_MS,
    parse: (message) => answerSchema.parse(message),
  })
  globalThis.broadsheetSearchPools.set(databaseFile, pool)
  return pool
}
