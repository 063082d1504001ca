import { setTimeout as wait } from 'node:timers/promises'

/** Nothing that is measured takes as long, unless it is broken. */
const DEADLINE_MS = 120_000

/** Asks again every 5 ms; who does not answer is asked again. */
export async function waitFor(
  what: string,
  isTrue: () => Promise<boolean>,
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const started = performance.now()
  while (!(await isTrue().catch(() => false))) {
    if (performance.now() - started > deadlineMs) throw new Error(`It never came to be: ${what}.`)
    await wait(5)
  }
}
