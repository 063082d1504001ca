import type { PurgeEnv, SharedCache } from '#lib/config/purge-settings.ts'
import { listDue, MAX_TAGS_AT_ONCE } from '#lib/index/announcements.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Announcement } from '#lib/index/write-requests.ts'
import { formatTag, SITE_TAG } from '#lib/routes/cache-tags.ts'
import { deliverPurge, type PurgeFailure } from './deliver-purge.ts'
import { LIMITS } from './purge-request.ts'

/** After so long no cache holds what is to be purged: nothing is kept beyond the next midnight. */
const MAX_AGE_MS = 25 * 3_600_000

type Batch = { tags: string[]; rows: Announcement[] }
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

/** Every page has the site's tag: where that is due, or too many are, it stands for all. */
function toBatches({ kind }: SharedCache, due: readonly Announcement[]): Batch[] {
  const limits = LIMITS[kind]
  if (due.length > MAX_TAGS_AT_ONCE || due.some(({ path }) => path === SITE_TAG))
    return [{ tags: [SITE_TAG], rows: [...due] }]
  const batches: Batch[] = []
  let bytes = 0
  for (const row of due) {
    const size = formatTag(row.path).length + 1
    const last = batches.at(-1)
    if (last !== undefined && last.tags.length < limits.tags && bytes + size <= limits.bytes) {
      last.tags.push(row.path)
      last.rows.push(row)
      bytes += size
    } else {
      batches.push({ tags: [row.path], rows: [row] })
      bytes = size
    }
  }
  return batches
}
