import { clearFault, setStatus } from '#lib/index/faults.ts'
import { listDue } from '../list-due.ts'
import { isRemovalConfirmed } from '../removals.ts'
import { rereadBehind } from '../reread-files.ts'
import { createVisitor, hear, refreshQuietly, startDrain, syncQuietly, type Watching } from './changes.ts'

/** A sweep takes at most about a fiftieth of one core, whatever the size of the archive. */
const SWEEP_SHARE = 50
const MIN_SWEEP_MS = 10_000

/** What could not be written is tried again soon. */
const FULL_SWEEP_MS = 2_000

/** How often it is looked whether an operator confirmed a removal that is held back. */
const CONFIRM_MS = 2_000

/** A folder is watched before it is compared: what is saved meanwhile is heard of, and waits for no comparison. */
export async function compareFirst(watching: Watching): Promise<void> {
  await Promise.all([watching.folders.addBelow(''), sweep(watching)])
  if (!watching.closed) setStatus(watching.index, true)
}

/** The same for what is in the place of the content folder now. */
export async function compareAgain(watching: Watching): Promise<void> {
  await watching.folders.addBelow('')
  await sweep(watching)
  await refreshQuietly(watching)
}

/** Compares everything. Only what differs takes its turn among the syncs, so that no save waits for the comparison. */
async function sweep(watching: Watching): Promise<void> {
  const { index } = watching
  if (index.faults.has('content-missing')) return syncQuietly(watching, [''])
  try {
    await watchAgain(watching)
    const due = await listDue(index, createVisitor(watching), () => watching.closed)
    for (const file of due) watching.paths.add(file)
    if (watching.paths.size > 0) startDrain(watching)
    await watching.draining
    rereadBehind(index, () => watching.closed)
  } catch {
    await syncQuietly(watching, [''])
  }
}

async function watchAgain({ index, folders }: Watching): Promise<void> {
  if (index.faults.has('not-watched') && (await folders.retry()))
    clearFault(index, 'not-watched', 'The content folder is watched again.')
}

/**
 * Compares everything now and then, and looks whether a removal was confirmed.
 *
 * @returns what stops it
 */
export function startSweeps(watching: Watching): () => void {
  const { index } = watching
  const sweepAfter = (delay: number): NodeJS.Timeout =>
    setTimeout(async () => {
      const started = performance.now()
      await sweep(watching)
      await refreshQuietly(watching)
      const took = performance.now() - started
      const isFull = index.faults.has('disk-full')
      const pause = isFull ? Math.max(FULL_SWEEP_MS, took * 10) : Math.max(MIN_SWEEP_MS, took * SWEEP_SHARE)
      if (!watching.closed) timer = sweepAfter(pause)
    }, delay).unref()
  let timer = sweepAfter(MIN_SWEEP_MS)
  const confirm = setInterval(() => {
    if (isRemovalConfirmed(index)) hear(watching, '')
  }, CONFIRM_MS).unref()
  return () => {
    clearTimeout(timer)
    clearInterval(confirm)
  }
}
