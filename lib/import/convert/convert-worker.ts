import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { ConversionJob } from './convert-story.ts'

enableCompileCache()
const { convertStory } = await import('./convert-story.ts')

parentPort?.on('message', (job: ConversionJob) => {
  convertStory(job).then(
    (converted) => parentPort?.postMessage({ converted }),
    (error: unknown) =>
      parentPort?.postMessage({ failure: Error.isError(error) ? error.message : String(error) }),
  )
})
