import { parentPort } from 'node:worker_threads'
import { type ConversionJob, convertStory } from './convert-story.ts'

parentPort?.on('message', (job: ConversionJob) => {
  convertStory(job).then(
    (converted) => parentPort?.postMessage({ converted }),
    (error: unknown) =>
      parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  )
})
