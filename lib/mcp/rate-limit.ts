/** Whether one more may be let through, and in how many seconds to ask again where not. */
export type Turn = { isFree: true } | { isFree: false; retryAfter: number }

/**
 * Lets through so many in each span of time, whoever they are: what is behind it costs the same for all, and addresses
 * are easily changed.
 */
export function createRateLimit(most: number, spanMs: number): (now: number) => Turn {
  let start = Number.NEGATIVE_INFINITY
  let count = 0
  return (now) => {
    if (now - start >= spanMs || now < start) {
      start = now
      count = 0
    }
    count += 1
    return count <= most
      ? { isFree: true }
      : { isFree: false, retryAfter: Math.max(1, Math.ceil((start + spanMs - now) / 1000)) }
  }
}
