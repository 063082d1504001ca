import { getEnv } from '#lib/config/env.ts'
import { raiseFault, setStatus } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { fillWords } from '../fill-words.ts'
import { adoptIndex, syncIndex } from '../sync.ts'
import { MissingContentError } from '../sync-site.ts'

/**
 * For tests and builds: compares the index with the files in the calling thread. An index from before serves when the
 * folder of posts is not there: an unmounted disk is no empty paper.
 */
export async function fillInProcess(index: Index): Promise<Index> {
  const { isBuilding } = getEnv()
  if (isBuilding && adoptIndex(index)) return index
  try {
    await syncIndex(index)
    // Pages made by the build are made again once the serving process has indexed the words.
    if (!isBuilding) await fillWords(index)
  } catch (error) {
    if (!(error instanceof MissingContentError)) throw error
    setStatus(index, true)
    raiseFault(index, 'content-missing', error.message)
  }
  return index
}
