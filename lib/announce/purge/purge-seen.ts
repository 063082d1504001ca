import type { PurgeEnv, SharedCache } from '#lib/config/purge-settings.ts'
import { getStoredRevision, listTagsSince } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { deliverPurge, type PurgeFailure } from './deliver-purge.ts'
import { toBatches } from './purge-batches.ts'
import { LIMITS } from './purge-request.ts'

/**
 * What an instance that follows another has told a cache: every change up to a revision, null for none yet. `again` is to be told a
 * second time.
 */
export type Seen = { revision: number | null; again: { tags: readonly string[]; due: number } | null }

/**
 * Tells a cache what this instance has seen change since the last time: the instance that writes tells it earlier, and an answer
 * that this one made in between is from before the change.
 */
export async function purgeSeen(
  index: Index,
  cache: SharedCache,
  seen: Seen,
  settings: { purge: PurgeEnv; siteUrl: string },
  now: Date,
): Promise<PurgeFailure | null> {
  const revision = getStoredRevision(index)
  const fresh = listFresh(index, seen.revision, revision)
  const isDue = seen.again !== null && seen.again.due <= now.getTime()
  const tags = new Set([...fresh, ...(isDue ? (seen.again?.tags ?? []) : [])])
  const due = [...tags].map((path) => ({ path }))
  for (const batch of toBatches(cache, due)) {
    // The cache asks anew at once: no answer may be from before the change.
    index.known.read = 0
    const failure = await deliverPurge(cache, batch.tags, settings, now)
    if (failure !== null) return failure
  }
  if (isDue) seen.again = null
  if (fresh.length > 0) {
    const before = seen.again?.tags ?? []
    seen.again = { tags: [...before, ...fresh], due: now.getTime() + LIMITS[cache.kind].repeatMs }
  }
  seen.revision = revision
  return null
}

/** The index of another history may count from less. */
function listFresh(index: Index, told: number | null, revision: number): string[] {
  if (told === null || told === revision) return []
  return told > revision ? [SITE_TAG] : listTagsSince(index, told)
}
