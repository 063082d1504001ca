import { setTimeout as wait, setImmediate as yieldToOthers } from 'node:timers/promises'
import { touchTags } from '#lib/freshness/revision.ts'
import { setCache } from '#lib/index/database.ts'
import { type Index, transact } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import { RELATED_TAG, SEARCH_TAG } from '#lib/routes/cache-tags.ts'
import { indexBehind, isIndexingBehind } from '#lib/search/store/index-behind.ts'

/** How long a slice is to take, and the part of it in which stories are begun: writing their words takes the rest. */
const SLICE_MS = 20
const STORIES_MS = 4
const MIN_PAUSE_MS = 10
const RETRY_MS = 5_000

/** Pages of hits made earlier than this are made again, with what was added since. */
const TELL_MS = 5_000

export type WordFilling = { close: () => Promise<void> }

/**
 * Indexes the words that the first filling of the index left out, in slices, with a pause as long as the slice after each. What
 * was saved in the meantime goes first. Stopped at any moment, the next call goes on.
 */
export function startFillingWords(index: Index): WordFilling {
  const stop = new AbortController()
  const done = isIndexingBehind(index.database) ? fill(index, stop.signal) : Promise.resolve()
  return {
    close: async () => {
      stop.abort()
      await done
    },
  }
}

async function fill(index: Index, stop: AbortSignal): Promise<void> {
  setCache(index.database, 'filling')
  let told = performance.now()
  let storiesMs = STORIES_MS
  while (!stop.aborted) {
    await index.lastSync
    if (stop.aborted) return
    const began = performance.now()
    const isTelling = began - told > TELL_MS
    if (isTelling) told = began
    const pause = trySlice(index, isTelling, storiesMs)
    if (pause === null) break
    // The more new words there are, the longer it takes to write them.
    storiesMs = Math.min(SLICE_MS / 2, Math.max(0, (storiesMs + 0.5) * (SLICE_MS / Math.max(pause, 1)) - 0.5))
    await wait(pause, undefined, { signal: stop }).catch(() => {})
  }
  if (!stop.aborted) setCache(index.database, 'serving')
}

/** Answers with the milliseconds to wait; null when all is done. */
function trySlice(index: Index, isTelling: boolean, storiesMs: number): number | null {
  const began = performance.now()
  index.isFillingWords = true
  try {
    if (!fillSlice(index, isTelling, storiesMs)) return null
    return Math.max(MIN_PAUSE_MS, performance.now() - began)
  } catch (error) {
    reportError(index, error)
    return RETRY_MS
  } finally {
    index.isFillingWords = false
  }
}

/** Indexes all of them before it resolves. */
export async function fillWords(index: Index): Promise<void> {
  while (fillSlice(index, false)) await yieldToOthers()
}

/** One slice, in one transaction; false when nothing is left. `isTelling`: pages of hits are made again. */
export function fillSlice(index: Index, isTelling: boolean, storiesMs = STORIES_MS): boolean {
  if (!isIndexingBehind(index.database)) return false
  return transact(index, () => {
    const isLeft = indexBehind(index.database, performance.now() + storiesMs)
    if (!isLeft) touchTags(index, new Set([SEARCH_TAG, RELATED_TAG]), new Date())
    else if (isTelling) touchTags(index, new Set([SEARCH_TAG]), new Date())
    return isLeft
  })
}
