import { setTimeout as wait } from 'node:timers/promises'

const MIN_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 30_000

/** Tries until it is done or is to stop, with a pause after each failure that is twice as long as the one before. */
export async function keepTrying(
  attempt: () => boolean | Promise<boolean>,
  isStopped: () => boolean,
): Promise<void> {
  for (let pause = MIN_PAUSE_MS; !isStopped(); pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
    if (await attempt()) return
    await wait(pause)
  }
}
