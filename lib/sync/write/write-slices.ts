import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { touchTags } from '#lib/freshness/revision.ts'
import { resetSchedule } from '#lib/freshness/schedule.ts'
import { type Index, transact } from '#lib/index/index-state.ts'
import { toMachineFault } from '#lib/index/machine-faults.ts'
import { areTotalsBehind, settleTotals } from '#lib/search/store/totals.ts'
import type { ContentFile } from '../files/walk.ts'
import { type Batch, reconcile, startBatch } from '../reconcile.ts'
import { releaseStories, withholdStories } from '../withhold.ts'

/** One transaction at a time, none longer than this, with a turn for others after each. */
const SLICE_MS = 20
const FIRST_SLICE_MS = 200

/** Ends what is under way when the index is to be closed; the next run goes on. */
export class ClosingError extends Error {
  constructor() {
    super('The index is being closed.')
    this.name = 'ClosingError'
  }
}

/**
 * Writes items in transactions of some milliseconds, with a turn for others after each. While the index is filled for the
 * first time (`isFirst`) nobody is kept waiting, and they are longer.
 *
 * @throws {ClosingError} when the index is to be closed; what is written stays
 */
export async function inSlices<Item extends ContentFile | string>(
  { index, isFirst }: { index: Index; isFirst: boolean },
  items: readonly Item[],
  write: (batch: Batch, item: Item) => void,
): Promise<void> {
  const limit = isFirst ? FIRST_SLICE_MS : SLICE_MS
  for (let next = 0; next < items.length; ) {
    if (index.isClosing) throw new ClosingError()
    next = writeOrWithhold(index, items, next, (start) =>
      writeSlice(index, items, start, limit, !isFirst, write),
    )
    await yieldToOthers()
  }
}

/** Answers with how far it came. What must not be seen any more is hidden even where nothing can be written. */
function writeOrWithhold<Item extends ContentFile | string>(
  index: Index,
  items: readonly Item[],
  start: number,
  write: (start: number) => number,
): number {
  const toPath = (item: Item) => (typeof item === 'string' ? item : item.path)
  try {
    const next = transact(index, () => write(start))
    if (areTotalsBehind(index.database)) transact(index, () => settleTotals(index.database))
    if (index.withheld.size > 0) releaseStories(index, new Set(items.slice(start, next).map(toPath)))
    return next
  } catch (error) {
    if (toMachineFault(error, index.dataDir) !== null)
      withholdStories(index, items.slice(start).map(toPath), new Date())
    throw error
  }
}

function writeSlice<Item>(
  index: Index,
  items: readonly Item[],
  start: number,
  limit: number,
  tracked: boolean,
  write: (batch: Batch, item: Item) => void,
): number {
  const batch = startBatch(new Date(), tracked)
  const deadline = performance.now() + limit
  let next = start
  for (let item = items[next]; item !== undefined; item = items[next]) {
    write(batch, item)
    next += 1
    if (performance.now() > deadline) break
  }
  index.onProgress('')
  reconcile(index, batch)
  touchTags(index, batch.tags, batch.now)
  resetSchedule(index)
  return next
}
