import { keepTrying } from '#lib/concurrency/keep-trying.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { raiseFault, setStatus } from '#lib/index/faults.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import { reportError } from '#lib/index/machine-faults.ts'
import { listProblems } from '#lib/index/problems.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { startFillingWords } from '../fill-words.ts'
import { syncChanged } from '../sync.ts'
import { MissingContentError } from '../sync-site.ts'
import { type Watch, watchContent } from '../watch/watch-content.ts'

const CLOCK_MS = 1_000

/**
 * The first comparison with the files, again and again while the machine does not let it be. Of an index that was complete before, only
 * the settings: its files are compared by whoever watches them, so that what is saved does not wait for that.
 */
export function fillIndex(
  index: Index,
  isStopped: () => boolean,
  scopes = getMeta(index, 'complete') === null ? [''] : ['site.yaml'],
): Promise<void> {
  return keepTrying(async () => {
    try {
      await syncChanged(index, scopes)
      return true
    } catch (error) {
      if (error instanceof MissingContentError) {
        setStatus(index, true)
        raiseFault(index, 'content-missing', error.message)
        return true
      }
      reportError(index, error)
      return getMeta(index, 'complete') !== null
    }
  }, isStopped)
}

/** What keeps a filled index up with the files and the clock. */
export type Upkeep = Watch

export function startUpkeep(index: Index): Upkeep {
  const watch = watchContent(index)
  const words = startFillingWords(index)
  const clock = setInterval(() => tick(index), CLOCK_MS)
  return {
    compared: watch.compared,
    close: async () => {
      clearInterval(clock)
      await words.close()
      await watch.close()
    },
  }
}

function tick(index: Index): void {
  try {
    applyDueChanges(index, new Date())
  } catch (error) {
    reportError(index, error)
  }
}

const MAX_LOGGED = 20

export function logHeldBack(index: Index): void {
  const errors = listProblems(index).filter(({ severity }) => severity === 'error')
  for (const problem of errors.slice(0, MAX_LOGGED)) index.log(formatProblem(problem))
  if (errors.length > MAX_LOGGED) index.log(`… and ${errors.length - MAX_LOGGED} more: npm run check-content`)
}
