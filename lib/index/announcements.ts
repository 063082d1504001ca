import { getEnv } from '#lib/config/env.ts'
import { listCaches } from '#lib/config/purge-settings.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { listFeedPaths } from '#lib/routes/feed-paths.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import type { Index } from './index-state.ts'
import { getListNames } from './listings.ts'
import { wasPublic } from './moves.ts'
import type { PostRow } from './post-row.ts'
import type { Announcement, Service } from './write-requests.ts'

/** More cache tags than this at once purge everything: that is one message. */
export const MAX_TAGS_AT_ONCE = 1_000

/** A live story is saved every minute: services are told of it once in so long. */
const LIVE_MS = 5 * 60_000

/**
 * Queues what the public can see to have changed, inside the caller's transaction: stories that came, changed or went,
 * and the feeds they stand in. Nothing where the settings name no receiver.
 */
export function announceChanges(index: Index, rows: readonly PostRow[], now: Date): void {
  const seen = rows.filter((row) => row.slug !== null && wasPublic(row, now))
  // A story is among them as it was and as it is.
  const growing = new Set(seen.filter(isGrowing).map(({ id }) => id))
  const [slow, others] = [seen.filter(({ id }) => growing.has(id)), seen.filter(({ id }) => !growing.has(id))]
  queue(index, others, now, now.getTime())
  queue(index, slow, now, (Math.floor(now.getTime() / LIVE_MS) + 1) * LIVE_MS)
}

/** Whether it is a live story that was told of before, with its first update. */
function isGrowing({ summary: { coverage } }: PostRow): boolean {
  return coverage !== null && coverage.count > 1
}

function queue(index: Index, seen: readonly PostRow[], now: Date, due: number): void {
  const { indexNow, webSub } = index.site
  if (indexNow !== undefined) {
    const open = seen.filter(({ summary }) => summary.crawling !== 'no-index')
    put(index, 'indexnow', new Set(open.map(({ slug }) => toPostPath(slug ?? ''))), now, due)
  }
  if (webSub !== undefined) put(index, 'websub', new Set(seen.flatMap(listFeeds)), now, due)
}

/** Queues cache tags for every cache in front of the site, inside the caller's transaction: they are told at once. */
export function queuePurges(index: Index, tags: ReadonlySet<string>, now: Date): void {
  const sent = tags.size > MAX_TAGS_AT_ONCE ? new Set([SITE_TAG]) : tags
  for (const { name } of listCaches(index.site, getEnv()))
    put(index, `purge ${name}`, sent, now, now.getTime())
}

/** What is due to be told, the longest waiting first. */
export function listDue(index: Index, service: Service, limit: number, now: Date): Announcement[] {
  return index
    .prepare(
      'SELECT url, added, attempts FROM announcement WHERE service = ? AND due <= ? ORDER BY due, url LIMIT ?',
    )
    .all(service, now.getTime(), limit)
    .map((row) => ({ path: String(row.url), added: Number(row.added), attempts: Number(row.attempts) }))
}

/** Forgets what was told, unless it changed again meanwhile. */
export function removeAnnouncements(index: Index, service: Service, told: readonly Announcement[]): void {
  const remove = index.prepare('DELETE FROM announcement WHERE service = ? AND url = ? AND added = ?')
  for (const { path, added } of told) remove.run(service, path, added)
}

/** Keeps what could not be told for `due`. */
export function postponeAnnouncements(
  index: Index,
  service: Service,
  failed: readonly Announcement[],
  due: Date,
): void {
  const postpone = index.prepare(
    'UPDATE announcement SET attempts = attempts + 1, due = ? WHERE service = ? AND url = ? AND added = ?',
  )
  for (const { path, added } of failed) postpone.run(due.getTime(), service, path, added)
}

/** What is to be told sooner for another change stays so. */
function put(index: Index, service: Service, paths: ReadonlySet<string>, now: Date, due: number): void {
  const insert = index.prepare(
    `INSERT INTO announcement (service, url, due, added) VALUES (:service, :path, :due, :now)
     ON CONFLICT (service, url) DO UPDATE SET attempts = 0, due = min(due, :due), added = :now`,
  )
  for (const path of paths) insert.run({ service, path, now: now.getTime(), due })
}

function listFeeds(row: PostRow): string[] {
  return getListNames(row).flatMap(listFeedPaths)
}
