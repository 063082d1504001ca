import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { ConversionJob } from './convert-story.ts'

enableCompileCache()
const { convertStory } = await import('./convert-story.ts')

/** One story after the other: answers are taken in the order of the jobs. */
let last = Promise.resolve()

parentPort?.on('message', (job: ConversionJob) => {
  last = last.then(() => answer(job))
})

async function answer(job: ConversionJob): Promise<void> {
  try {
    parentPort?.postMessage({ converted: await convertStory(job) })
  } catch (error) {
    parentPort?.postMessage({ failure: Error.isError(error) ? error.message : String(error) })
  }
}
