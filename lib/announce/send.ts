import { listDue } from '#lib/index/announcements.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Announcement } from '#lib/index/write-requests.ts'
import { toIndexNowRequest, toWebSubRequest } from './requests.ts'

/** The most addresses IndexNow takes at once; a hub is told of one feed at a time. */
const BATCHES = { indexnow: 10_000, websub: 1 } as const

/** Those who are told of addresses; caches are told of tags. */
type AddressService = keyof typeof BATCHES

/** The first pause after a failure; each further one is twice as long, up to the longest. */
const FIRST_PAUSE_MS = 30_000
const MAX_PAUSE_MS = 6 * 3_600_000
const MAX_ATTEMPTS = 15
const TIMEOUT_MS = 20_000

/**
 * Tells one service of what is due, batch by batch, until nothing is or it will not listen. What it refuses for now
 * (429, 5xx, no answer) is kept for later; what it refuses for good is said in the log and dropped.
 */
export async function sendDue(
  index: Index,
  service: AddressService,
  siteUrl: string,
  now: Date,
): Promise<void> {
  for (;;) {
    const batch = listDue(index, service, BATCHES[service], now)
    if (batch.length === 0) return
    const result = await deliver(index, service, batch, siteUrl)
    if (result === null) return
    await recordDelivery(index, service, batch, result, now)
  }
}

type DeliveryResult = { status: number; retryAfter: number | null }

/** Null when the paper no longer names the service. */
async function deliver(
  index: Index,
  service: AddressService,
  batch: readonly Announcement[],
  siteUrl: string,
): Promise<DeliveryResult | null> {
  const paths = batch.map(({ path }) => path)
  const request =
    service === 'indexnow'
      ? toIndexNowRequest(index.site, paths, siteUrl)
      : toWebSubRequest(index.site, paths, siteUrl)
  if (request === null) return null
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    await response.body?.cancel()
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { status: response.status, retryAfter: Number.isFinite(seconds) ? seconds * 1_000 : null }
  } catch {
    return { status: 0, retryAfter: null }
  }
}

async function recordDelivery(
  index: Index,
  service: AddressService,
  batch: Announcement[],
  { status, retryAfter }: DeliveryResult,
  now: Date,
): Promise<void> {
  const attempts = batch[0]?.attempts ?? 0
  const isForNow = status === 0 || status === 408 || status === 429 || status >= 500
  if (isForNow && attempts + 1 < MAX_ATTEMPTS) {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts, MAX_PAUSE_MS)
    const due = now.getTime() + Math.max(pause, retryAfter ?? 0)
    await index.write({ kind: 'announced', service, told: batch, due })
    return
  }
  if (status < 200 || status >= 300) {
    index.log(
      `${service} will not be told of ${batch.length} addresses (${status}), ${batch[0]?.path} among them.`,
    )
  }
  await index.write({ kind: 'announced', service, told: batch, due: null })
}
