import type { GitSource } from '#lib/config/git-source.ts'
import { clearFault, type FaultState, raiseFault } from '#lib/index/faults.ts'
import { ensureClone, isCloned, pull } from './clone.ts'

/** Pulls every so often, and at once when told. */
export type Puller = { pullNow: () => void; close: () => Promise<void> }

/** What is wrong is said among the faults of `state`; the files stay as they were until it is mended. */
export function startPulling(
  { source, folder, everyMs }: { source: GitSource; folder: string; everyMs: number },
  state: FaultState,
): Puller {
  let running: Promise<void> | null = null
  let isWanted = false
  let isClosed = false

  async function run(): Promise<void> {
    do {
      isWanted = false
      await pullOnce(source, folder, state)
    } while (isWanted && !isClosed)
  }

  /** What is asked for while a pull is under way may not be in it: another one follows. */
  function pullNow(): void {
    if (isClosed) return
    isWanted = true
    running ??= run().finally(() => {
      running = null
    })
  }

  const timer = setInterval(pullNow, everyMs).unref()
  return {
    pullNow,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await running
    },
  }
}

async function pullOnce(source: GitSource, folder: string, state: FaultState): Promise<void> {
  try {
    if (!isCloned(folder)) await ensureClone(source, folder)
    const { commit, outcome } = await pull(source, folder)
    clearFault(state, 'git-failed', `CONTENT_GIT: ${source.shown} can be read again.`)
    if (outcome === 'rewritten') raiseFault(state, 'git-rewritten', describeRewritten(source, commit, folder))
    else
      clearFault(
        state,
        'git-rewritten',
        `CONTENT_GIT: the branch goes on from what is shown (${commit.slice(0, 10)}).`,
      )
    if (outcome === 'taken') state.log(`CONTENT_GIT: ${commit.slice(0, 10)} of ${source.shown} is taken.`)
  } catch (error) {
    const reason = Error.isError(error) ? error.message : String(error)
    raiseFault(
      state,
      'git-failed',
      `CONTENT_GIT: ${source.shown} cannot be pulled (${reason}). The paper stays as it was; it is tried again.`,
    )
  }
}

function describeRewritten(source: GitSource, commit: string, folder: string): string {
  return (
    `CONTENT_GIT: the history of ${source.shown} was rewritten (${commit.slice(0, 10)} does not go on from what is shown). ` +
    `The paper stays as it was. To take it, remove ${folder} and restart.`
  )
}
