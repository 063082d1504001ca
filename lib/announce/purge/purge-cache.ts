import type { PurgeEnv, SharedCache } from '#lib/config/purge-settings.ts'
import { listDue, MAX_TAGS_AT_ONCE } from '#lib/index/announcements.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Announcement } from '#lib/index/write-requests.ts'
import { deliverPurge, type PurgeFailure } from './deliver-purge.ts'
import { toBatches } from './purge-batches.ts'
import { LIMITS } from './purge-request.ts'

/** After so long no cache holds what is to be purged: nothing is kept beyond the next midnight. */
const MAX_AGE_MS = 25 * 3_600_000

type Settings = { purge: PurgeEnv; siteUrl: string }

/** Tells one cache of every tag that is due, batch by batch, until none is or it fails. What failed stays in the queue. */
export async function purgeDue(
  index: Index,
  cache: SharedCache,
  settings: Settings,
  now: Date,
): Promise<PurgeFailure | null> {
  const due = listDue(index, `purge ${cache.name}`, MAX_TAGS_AT_ONCE * 10, now)
  const isKept = ({ added }: Announcement) => now.getTime() - added < MAX_AGE_MS
  await settle(
    index,
    cache,
    due.filter((row) => !isKept(row)),
    null,
  )
  for (const { tags, rows } of toBatches(cache, due.filter(isKept))) {
    // The cache asks anew at once: no answer may be from before the change.
    index.known.read = 0
    const failure = await deliverPurge(cache, tags, settings, now)
    if (failure !== null) return failure
    const again = Date.now() + LIMITS[cache.kind].repeatMs
    await settle(
      index,
      cache,
      rows.filter(({ attempts }) => attempts === 0),
      again,
    )
    await settle(
      index,
      cache,
      rows.filter(({ attempts }) => attempts > 0),
      null,
    )
  }
  return null
}

async function settle(
  index: Index,
  cache: SharedCache,
  told: Announcement[],
  due: number | null,
): Promise<void> {
  if (told.length > 0) await index.write({ kind: 'announced', service: `purge ${cache.name}`, told, due })
}
