import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { READY } from '#lib/concurrency/worker-pool.ts'
import { openFileToRead } from '#lib/index/database.ts'
import { jobSchema, runSearchJob, type SearchAnswer } from './search-jobs.ts'

// The module that a search worker runs. It reads the index over a connection of its own, and writes nothing. The file is not
// mapped into memory: who cuts a mapped file short ends the process.
const { databaseFile } = z.object({ databaseFile: z.string() }).parse(workerData)
const database = openFileToRead(databaseFile)

parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(answer(message))
})
parentPort?.postMessage(READY)

function answer(message: unknown): SearchAnswer {
  try {
    return runSearchJob(database, jobSchema.parse(message))
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
  }
}
