import path from 'node:path'
import { z } from 'zod'
import { WorkerPool } from '#lib/concurrency/worker-pool.ts'
import { getEnv } from '#lib/config/env.ts'
import type { Closing, Index } from '#lib/index/index-state.ts'
import type { RenderJob } from './render-jobs.ts'
import { type Rendering, renderingSchema } from './rendering-schema.ts'

const WORKER_FILE = 'lib/queries/render/render-worker.ts'
const WORKERS = 2
const MAX_WORKERS = 4
const MEMORY_MB = 256

/** Plain paragraphs are the last resort: their time is bounded by their length, and that bound must not fail them. */
const PLAIN_FACTOR = 10

/** Characters from which on a text is expected to take long. */
const HEAVY_LENGTH = 50_000

const answerSchema = z.union([z.object({ rendering: renderingSchema }), z.object({ error: z.string() })])

declare global {
  /** The pools of this process by the file of their index: Next bundles this module into several chunks. */
  var broadsheetRenderPools: Map<string, WorkerPool<Rendering>> | undefined
}

/**
 * Does a job in a worker thread.
 *
 * @throws {TaskFailure} when it took too much processor time or memory
 */
export function runInWorker(index: Index, job: RenderJob): Promise<Rendering> {
  const { renderCpuMs } = getEnv()
  const cpuMs = job.kind === 'plain' ? renderCpuMs * PLAIN_FACTOR : renderCpuMs
  return getPool(index).run(job, getLength(job) > HEAVY_LENGTH, cpuMs)
}

/** Starts the workers, so that the first rendering does not wait for them. */
export function startRenderWorkers(index: Index): void {
  getPool(index).warmUp()
}

/** Ends the workers of an index: they hold connections to it. The next job starts others. */
export async function closeRenderPool(index: Index, how: Closing = 'now'): Promise<void> {
  const key = getKey(index)
  const pool = globalThis.broadsheetRenderPools?.get(key)
  globalThis.broadsheetRenderPools?.delete(key)
  await (how === 'now' ? pool?.close() : pool?.retire())
}

function getPool(index: Index): WorkerPool<Rendering> {
  globalThis.broadsheetRenderPools ??= new Map()
  const key = getKey(index)
  const known = globalThis.broadsheetRenderPools.get(key)
  if (known !== undefined) return known
  const pool = new WorkerPool({
    file: path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE),
    workerData: { contentDir: index.contentDir, dataDir: index.dataDir, databaseFile: key },
    size: WORKERS,
    maxSize: MAX_WORKERS,
    memoryMb: MEMORY_MB,
    cpuMs: getEnv().renderCpuMs,
    parse: parseAnswer,
  })
  globalThis.broadsheetRenderPools.set(key, pool)
  index.closers.add((how) => closeRenderPool(index, how))
  return pool
}

function parseAnswer(message: unknown): Rendering {
  const answer = answerSchema.parse(message)
  if ('error' in answer) throw new RangeError(answer.error)
  return answer.rendering
}

function getKey(index: Index): string {
  return index.database.location() ?? ''
}

function getLength(job: RenderJob): number {
  switch (job.kind) {
    case 'html':
    case 'markdown':
      return job.text.body.length
    case 'plain':
      return job.text.length
    case 'absolute':
      return job.html.length
  }
}
