import type { Index } from './index-state.ts'
import { getListNames } from './listings.ts'
import { wasPublic } from './moves.ts'
import type { PostRow } from './post-row.ts'
import type { Announcement, Service } from './write-requests.ts'

const FEEDS = ['feed.xml', 'atom.xml', 'feed.json']

/**
 * Queues what the public can see to have changed, inside the caller's transaction: stories that came, changed or went,
 * and the feeds they stand in. Nothing where the paper names nobody to be told.
 */
export function announceChanges(index: Index, rows: readonly PostRow[], now: Date): void {
  const { indexNow, webSub } = index.site
  const seen = rows.filter((row) => row.slug !== null && wasPublic(row, now))
  if (indexNow !== undefined) {
    put(index, 'indexnow', new Set(seen.map(({ slug }) => `/posts/${encodeURIComponent(slug ?? '')}`)), now)
  }
  if (webSub !== undefined) put(index, 'websub', new Set(seen.flatMap(listFeeds)), now)
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

function put(index: Index, service: Service, paths: ReadonlySet<string>, now: Date): void {
  const insert = index.prepare(
    `INSERT INTO announcement (service, url, due, added) VALUES (:service, :path, :now, :now)
     ON CONFLICT (service, url) DO UPDATE SET attempts = 0, due = :now, added = :now`,
  )
  for (const path of paths) insert.run({ service, path, now: now.getTime() })
}

function listFeeds(row: PostRow): string[] {
  const lists = getListNames(row).flatMap(({ kind, slug }) => {
    if (kind === 'all') return ['']
    return kind === 'year' || kind === 'month' ? [] : [`/${kind}s/${encodeURIComponent(slug)}`]
  })
  return lists.flatMap((list) => FEEDS.map((feed) => `${list}/${feed}`))
}
