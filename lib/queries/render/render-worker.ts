import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { READY } from '#lib/concurrency/worker-pool.ts'
import { defaultSite } from '#lib/config/site.ts'
import { createIndex } from '#lib/index/index-state.ts'
import { type RenderJob, runRenderJob } from './render-jobs.ts'

// The module that a render worker runs. It reads the index over a connection of its own, and writes nothing.
const { contentDir, dataDir, databaseFile } = z
  .object({ contentDir: z.string(), dataDir: z.string(), databaseFile: z.string() })
  .parse(workerData)
const database = new DatabaseSync(databaseFile, { readOnly: true, timeout: 10_000 })
const index = createIndex({
  contentDir,
  dataDir,
  database,
  isReader: true,
  log: () => {},
  site: defaultSite,
  write: () => Promise.reject(new Error('A render worker writes nothing.')),
})

parentPort?.on('message', (job: RenderJob) => {
  parentPort?.postMessage(runJob(job))
})
parentPort?.postMessage(READY)

function runJob(job: RenderJob): { rendering: unknown } | { error: string } {
  try {
    return { rendering: runRenderJob(index, job) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
