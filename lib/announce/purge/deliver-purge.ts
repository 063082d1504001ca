import type { PurgeEnv, SharedCache } from '#lib/config/purge-settings.ts'
import { formatTag } from '#lib/routes/cache-tags.ts'
import { toPurgeRequest } from './purge-request.ts'

const TIMEOUT_MS = 5_000

/** Why a cache was not purged, and how long it asks to be let alone, in milliseconds. `reason` holds no credential. */
export type PurgeFailure = { reason: string; retryAfterMs: number }

type Settings = { purge: PurgeEnv; siteUrl: string }

/** Has a cache purge what it holds under these tags; null when it did. */
export async function deliverPurge(
  cache: SharedCache,
  tags: readonly string[],
  settings: Settings,
  now: Date,
): Promise<PurgeFailure | null> {
  try {
    // A redirect would take the credential elsewhere.
    const response = await fetch(toPurgeRequest(cache, tags.map(formatTag), settings, now), {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return response.ok ? null : toFailure(cache, response)
  } catch (error) {
    return { reason: describeError(error), retryAfterMs: 0 }
  }
}

function toFailure(cache: SharedCache, { status, headers }: Response): PurgeFailure {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return {
    reason: `it answered ${status}${getHint(cache, status)}`,
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : 0,
  }
}

function getHint({ kind }: SharedCache, status: number): string {
  if (status === 429) return ', too many messages'
  if (kind === 'varnish' && status >= 400 && status < 500)
    return ': does its VCL let this machine purge, and by the method that is set?'
  if (status !== 401 && status !== 403) return ''
  return kind === 'fastly'
    ? ': look at FASTLY_API_TOKEN'
    : kind === 'cloudflare'
      ? ': look at CLOUDFLARE_API_TOKEN'
      : ': look at PURGE_WEBHOOK_SECRET'
}

/** The code of the system's error; the message of a request may name its address. */
function describeError(error: unknown): string {
  if (!Error.isError(error)) return 'it cannot be reached'
  if (error.name === 'TimeoutError') return `it gave no answer within ${TIMEOUT_MS / 1_000} s`
  const { cause } = error
  const code = Error.isError(cause) && 'code' in cause ? ` (${String(cause.code)})` : ''
  return `it cannot be reached${code}`
}
