import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { READY } from '#lib/concurrency/worker-pool.ts'
import { openFileToRead } from '#lib/index/database.ts'
import { jobSchema, runSearchJob, type SearchAnswer } from './search-jobs.ts'

// The module that a search worker runs. It reads the index over a connection of its own, and writes nothing.
const { databaseFile } = z.object({ databaseFile: z.string() }).parse(workerData)
const database = openFileToRead(databaseFile)
database.exec('PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824')

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
