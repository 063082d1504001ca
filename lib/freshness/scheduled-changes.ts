import type { Index } from '#lib/index/index-state.ts'
import { DAY_TAG, NEWS_TAG, parsePostTag, toListTag, toPostTag } from '#lib/routes/cache-tags.ts'
import { toDay } from '#lib/time/format-date.ts'
import { getNextMidnight } from '#lib/time/midnight.ts'

/** After this long a story says that it is old. */
const OLD_AFTER_MS = 365 * 24 * 3_600_000

/** Whether what a story says may no longer be so. */
export function isOld(post: { published: string }, now: Date): boolean {
  return Date.parse(post.published) + OLD_AFTER_MS <= now.getTime()
}

const FRONT_PAGE_TAG = toListTag({ kind: 'all', slug: '' })
const PUBLIC = 'slug IS NOT NULL AND draft = 0'

/**
 * The next instant after `now` at which a page changes though its stories do not: news ceases to be breaking, a story
 * begins or ceases to be live, or grows old, a day ends where the paper is. In milliseconds.
 */
export function getNextScheduledChange(index: Index, now: Date): number {
  return Math.min(getNextCommonChange(index, now), getNextOld(index, now))
}

/** The same, but for stories that grow old: only their own pages say so. */
export function getNextCommonChange(index: Index, now: Date): number {
  const time = now.getTime()
  const row = index
    .prepare(
      `SELECT min(boundary) AS boundary FROM (
         SELECT min(breaking_until) AS boundary FROM post WHERE ${PUBLIC} AND breaking_until > :now
         UNION ALL
         SELECT min(coverage_start) FROM post WHERE ${PUBLIC} AND coverage_start > :now
         UNION ALL
         SELECT min(coverage_end) FROM post WHERE ${PUBLIC} AND coverage_end > :now
       )`,
    )
    .get({ now: time })
  const strip = getStripEnd(index)
  const boundaries = [
    ...(row?.boundary === null || row === undefined ? [] : [Number(row.boundary)]),
    ...(strip !== null && strip > time ? [strip] : []),
  ]
  return Math.min(getNextMidnight(now, index.site.timeZone), ...boundaries)
}

/**
 * When the clock changes a page by what is of no concern to others: its story grows old. Null where the age of any story may
 * be: on pages of news.
 */
export function getOwnBoundary(index: Index, tags: readonly string[], now: Date): number | null {
  if (tags.includes(NEWS_TAG)) return null
  const get = index.prepare(
    `SELECT published + :old AS boundary FROM post WHERE slug = :slug AND ${PUBLIC} AND published > :now - :old`,
  )
  const boundaries = tags.map(parsePostTag).map((slug) => {
    const row = slug === null ? undefined : get.get({ slug, now: now.getTime(), old: OLD_AFTER_MS })
    return row === undefined ? Number.POSITIVE_INFINITY : Number(row.boundary)
  })
  return Math.min(...boundaries)
}

function getNextOld(index: Index, now: Date): number {
  const row = index
    .prepare(`SELECT min(published) + :old AS boundary FROM post WHERE ${PUBLIC} AND published > :now - :old`)
    .get({ now: now.getTime(), old: OLD_AFTER_MS })
  return row?.boundary === null || row === undefined ? Number.POSITIVE_INFINITY : Number(row.boundary)
}

/** The cache tags of the pages that changed so after `passed` and until `now`. */
export function listScheduledTags(index: Index, passed: number, now: Date): string[] {
  const span = { passed, now: now.getTime() }
  const ended = index
    .prepare(
      `SELECT 1 FROM post WHERE ${PUBLIC} AND breaking_until > :passed AND breaking_until <= :now LIMIT 1`,
    )
    .get(span)
  const strip = getStripEnd(index)
  const stripEnded = strip !== null && strip > passed && strip <= span.now
  const aged = index
    .prepare(
      `SELECT slug FROM post WHERE ${PUBLIC} AND published > :passed - :old AND published <= :now - :old`,
    )
    .all({ ...span, old: OLD_AFTER_MS })
    .map((row) => toPostTag(String(row.slug)))
  const covered = index
    .prepare(
      `SELECT slug FROM post WHERE ${PUBLIC} AND coverage_start > :passed AND coverage_start <= :now
       UNION
       SELECT slug FROM post WHERE ${PUBLIC} AND coverage_end > :passed AND coverage_end <= :now`,
    )
    .all(span)
    .map((row) => toPostTag(String(row.slug)))
  const { timeZone } = index.site
  const isSameDay = toDay(new Date(passed).toISOString(), timeZone) === toDay(now.toISOString(), timeZone)
  return [
    ...(ended !== undefined || stripEnded || covered.length > 0 ? [FRONT_PAGE_TAG] : []),
    ...(isSameDay ? [] : [DAY_TAG]),
    ...aged,
    ...covered,
  ]
}

function getStripEnd({ site: { breaking } }: Index): number | null {
  return breaking === undefined ? null : Date.parse(breaking.until)
}
