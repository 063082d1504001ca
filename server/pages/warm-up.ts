/** What is asked for most, and costs most in code that has not run yet: the front page, and fifty stories in a feed. */
const PATHS = ['/', '/feed.xml']

/** Whoever has been waiting for the server to start comes first. */
const TIMEOUT_MS = 1_000

/**
 * Has the first pages ready before anybody asks for them: work like any that can wait, in between readers' own. What
 * fails is reported as the request for it would be.
 */
export function warmUp(
  prepare: (path: string) => Promise<void>,
  later: (work: () => Promise<void>) => void,
): void {
  const start = () => {
    for (const path of PATHS) later(() => prepare(path))
  }
  setTimeout(start, TIMEOUT_MS).unref()
}
