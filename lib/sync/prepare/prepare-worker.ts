import { parentPort, workerData } from 'node:worker_threads'
import { READY } from '#lib/concurrency/worker-pool.ts'
import type { ContentFile } from '../files/walk.ts'
import { type PrepareSettings, prepareFile } from './prepare-file.ts'

// The module that a thread runs which reads and parses files for the sync thread while the index is filled.
const settings: PrepareSettings = workerData

parentPort?.on('message', (files: readonly ContentFile[]) => {
  parentPort?.postMessage(files.map((file) => prepareFile(settings, file, null)))
})
parentPort?.postMessage(READY)
