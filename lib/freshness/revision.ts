import { queuePurges } from '#lib/index/announcements.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'
import { readStoredSite } from '#lib/index/stored-site.ts'
import { getLargest } from '#lib/text/largest.ts'

/** Another process that shares the index is heard within this time. */
const RECHECK_MS = 50

/**
 * How often the index changed. Grows by one with every transaction that changed what some page shows, and by a small part
 * of one with every change by the clock that this thread alone has seen so far.
 */
export function getRevision(index: Index): number {
  const { count, least, base } = index.overlay
  return Math.max(getStoredRevision(index) + base, least) + count * CLOCK_STEP
}

/** The same without what this thread alone has seen: alike for all that read this index. */
export function getStoredRevision(index: Index): number {
  return Number(getMeta(index, 'revision') ?? 0)
}

/** Changes by the clock between two restarts stay far below one whole revision. */
const CLOCK_STEP = 2 ** -24

/**
 * The revision from memory, cheap enough for every request: read again after each transaction of this process, and now
 * and then for those of others. What others wrote may have moved the clock's next boundary too.
 */
export function getKnownRevision(index: Index, now: Date): number {
  const { known, clock } = index
  const time = now.getTime()
  if (known.revision !== null && Math.abs(time - known.read) < RECHECK_MS) return known.revision
  const revision = getRevision(index)
  if (index.isReader && revision !== known.revision) readStoredSite(index)
  if (known.revision !== null && revision !== known.revision) clock.next = null
  known.revision = revision
  known.read = time
  return revision
}

/** Marks what the tags name as changed, in this thread alone: the thread that writes will come to the same by itself. */
export function touchOverlay(index: Index, tags: ReadonlySet<string>): void {
  if (tags.size === 0) return
  index.overlay.count += 1
  const revision = getRevision(index)
  for (const tag of tags) index.overlay.tags.set(tag, revision)
  index.known.revision = null
}

/** Nothing made before now is true any more: the index is another one, whose own count may be behind that of the former. */
export function outdateEverything(index: Index, before: number): void {
  const { overlay } = index
  const stored = getStoredRevision(index)
  overlay.base = Math.max(overlay.base, Math.floor(before) + 1 - stored)
  overlay.least = stored + overlay.base
  overlay.tags.clear()
  index.known.revision = null
  index.clock.next = null
}

/**
 * Marks what the tags name as changed, inside the caller's transaction, for shared caches too. Nothing can have been made from an index that
 * never had a revision, so its first filling names no tags.
 */
export function touchTags(index: Index, tags: ReadonlySet<string>, now: Date): void {
  if (tags.size === 0) return
  const revision = Math.floor(getRevision(index)) + 1
  putMeta(index, 'revision', String(revision))
  if (getMeta(index, 'complete') === null) return
  const put = index.prepare('INSERT OR REPLACE INTO tag (name, revision, changed) VALUES (?, ?, ?)')
  for (const tag of tags) put.run(tag, revision, now.getTime())
  queuePurges(index, tags, now)
}

/** The revision at which any of these last changed; 0 when none ever did. */
export function getRevisionOfTags(index: Index, tags: readonly string[]): number {
  const get = index.prepare('SELECT revision FROM tag WHERE name = ?')
  const { overlay } = index
  return getLargest(
    tags.map((tag) => {
      const stored = get.get(tag)?.revision
      return Math.max(overlay.tags.get(tag) ?? 0, stored === undefined ? 0 : Number(stored) + overlay.base)
    }),
    overlay.least,
  )
}

/** Every tag that was marked as changed after a revision. */
export function listTagsSince(index: Index, revision: number): string[] {
  return index
    .prepare('SELECT name FROM tag WHERE revision > ?')
    .all(revision)
    .map(({ name }) => String(name))
}

/** When any of these last changed, or else when the index was first complete; in milliseconds. */
export function getLastChange(index: Index, tags: readonly string[]): number {
  const get = index.prepare('SELECT changed FROM tag WHERE name = ?')
  const first = Date.parse(getMeta(index, 'complete') ?? '') || 0
  return getLargest(
    tags.map((tag) => Number(get.get(tag)?.changed ?? 0)),
    first,
  )
}
