/** Seconds a shared cache may serve a response fresh, stale while it revalidates, and stale while the origin is down. */
const FRESH_SECONDS = 60
const PURGED_FRESH_SECONDS = 86_400
const REVALIDATE_SECONDS = 600
const ERROR_SECONDS = 86_400

/**
 * `Cache-Control` for caches between us and the reader. A reader's own browser always asks (a 304 is cheap); a CDN may
 * answer for a minute by itself, or for a day where it is purged (`isPurged`), and longer while it asks or when we are down.
 * Nothing is promised beyond `boundary`, the instant at which the clock next changes what is live.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9111 and https://www.rfc-editor.org/rfc/rfc5861
 */
export function formatCacheControl(now: number, boundary: number, isPurged = false): string {
  const left = Math.max(0, Math.floor((boundary - now) / 1000) - 1)
  const fresh = Math.min(isPurged ? PURGED_FRESH_SECONDS : FRESH_SECONDS, left)
  const rest = left - fresh
  const lines = ['public', 'max-age=0', `s-maxage=${fresh}`]
  if (rest === 0) return [...lines, 'must-revalidate'].join(', ')
  const revalidate = Math.min(REVALIDATE_SECONDS, rest)
  const error = Math.min(ERROR_SECONDS, rest)
  return [...lines, `stale-while-revalidate=${revalidate}`, `stale-if-error=${error}`].join(', ')
}

/** The same, computed once a second rather than once a request. */
export function createCacheControl(): (now: number, boundary: number, isPurged: boolean) => string {
  let text = ''
  let second = Number.NaN
  let known = Number.NaN
  let wasPurged = false
  return (now, boundary, isPurged) => {
    const present = Math.floor(now / 1000)
    if (present !== second || boundary !== known || isPurged !== wasPurged) {
      text = formatCacheControl(now, boundary, isPurged)
      second = present
      known = boundary
      wasPurged = isPurged
    }
    return text
  }
}

/** `Cache-Control` of what is asked for again and again while it changes: for a second, so that many ask us once. */
export const SHORT_CACHE_CONTROL = 'public, max-age=0, s-maxage=1'

/** `Cache-Control` of what changed while it was on its way out. */
export const OUTDATED_CACHE_CONTROL = 'public, max-age=0, s-maxage=0, must-revalidate'
