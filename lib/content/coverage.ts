import type { Coverage } from './post.ts'

/** A live story that says no end has ended when this long nothing was added to it. */
const MAX_SILENCE_MS = 24 * 3_600_000

/** When a live story ceases to be live, in milliseconds. */
export function getCoverageEnd({ start, end, latest }: Coverage): number {
  return end === null ? Date.parse(latest ?? start) + MAX_SILENCE_MS : Date.parse(end)
}

/** Whether a live story is yet to begin, live, or has ended. */
export function getCoverageState(coverage: Coverage, now: Date): 'ahead' | 'live' | 'ended' {
  const time = now.getTime()
  if (time >= getCoverageEnd(coverage)) return 'ended'
  return time < Date.parse(coverage.start) ? 'ahead' : 'live'
}
