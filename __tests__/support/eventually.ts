import { setTimeout as wait } from 'node:timers/promises'

/** Only a test that fails waits so long; a busy machine takes its time. */
const DEADLINE_MS = 60_000
const STEP_MS = 20

/** Asks again until `check` stops throwing, and throws what it threw last when it never does. */
export async function eventually(check: () => Promise<void> | void, deadlineMs = DEADLINE_MS): Promise<void> {
  const deadline = Date.now() + deadlineMs
  for (;;) {
    try {
      await check()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(STEP_MS)
    }
  }
}
