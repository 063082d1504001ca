import { announceChanges } from '#lib/index/announcements.ts'
import { type Index, transact } from '#lib/index/index-state.ts'
import { NEWS_MS } from '#lib/index/live.ts'
import { POST_COLUMNS, type PostRow, toPostRow } from '#lib/index/post-row.ts'
import { NEWS_TAG, SITE_TAG } from '#lib/routes/cache-tags.ts'
import { touchOverlay, touchTags } from './revision.ts'
import { getNextCommonChange, getNextScheduledChange, listScheduledTags } from './scheduled-changes.ts'
import { areRenamed, noteSection, type SectionNames } from './section-names.ts'
import { getTagsOfPost } from './tags.ts'

/**
 * Lets the clock's changes reach the caches: a story whose hour has come, or has passed, since this was last called
 * counts as changed. To be called before any answer is taken from a cache; costs a comparison of two numbers until the
 * next boundary.
 */
export function applyDueChanges(index: Index, now: Date): void {
  const { clock } = index
  const time = now.getTime()
  if (clock.next === null || time >= clock.next) {
    // The files may have changed since: what came to pass meanwhile is looked for even where nothing was known to be due.
    invalidateDue(index, clock.passed, now)
    clock.next = getNextBoundary(index, now)
    clock.common = getCommonBoundary(index, now)
  }
  clock.passed = time
}

/** To be called when the files changed: the next boundary may be another now. */
export function resetSchedule(index: Index): void {
  index.clock.next = null
}

/**
 * The first instant after `now` at which a story becomes live, ceases to be, or is no longer news, or a page changes by
 * age or by the day alone, in milliseconds.
 */
export function getNextBoundary(index: Index, now: Date): number {
  const row = index
    .prepare(
      `SELECT min(published) + :news AS boundary FROM post
         WHERE slug IS NOT NULL AND draft = 0 AND published > :now - :news`,
    )
    .get({ now: now.getTime(), news: NEWS_MS })
  const news = row?.boundary === null || row === undefined ? Number.POSITIVE_INFINITY : Number(row.boundary)
  return Math.min(news, getLiveBoundary(index, now), getNextScheduledChange(index, now))
}

/** The same for pages that neither the age of the news nor that of a story changes: most, and those seldom. */
function getCommonBoundary(index: Index, now: Date): number {
  return Math.min(getLiveBoundary(index, now), getNextCommonChange(index, now))
}

/** The next instant at which a story becomes live or ceases to be. */
function getLiveBoundary(index: Index, now: Date): number {
  const row = index
    .prepare(
      `SELECT min(boundary) AS boundary FROM (
         SELECT min(published) AS boundary FROM post WHERE slug IS NOT NULL AND draft = 0 AND published > :now
         UNION ALL
         SELECT min(expires) FROM post WHERE slug IS NOT NULL AND draft = 0 AND expires > :now
       )`,
    )
    .get({ now: now.getTime() })
  return row?.boundary === null || row === undefined ? Number.POSITIVE_INFINITY : Number(row.boundary)
}

function invalidateDue(index: Index, passed: number, now: Date): void {
  const rows = index
    .prepare(
      `SELECT ${POST_COLUMNS} FROM post WHERE slug IS NOT NULL AND draft = 0 AND published > :passed AND published <= :now
       UNION
       SELECT ${POST_COLUMNS} FROM post WHERE slug IS NOT NULL AND draft = 0 AND expires > :passed AND expires <= :now`,
    )
    .all({ passed, now: now.getTime() })
    .map(toPostRow)
  const tags = new Set([
    ...rows.flatMap((row) => getTagsOfPost(index, row, now)),
    ...listScheduledTags(index, passed, now),
  ])
  if (hasAgedNews(index, passed, now)) tags.add(NEWS_TAG)
  const sections: SectionNames = new Map()
  for (const row of rows) noteSection(index, sections, row, new Date(passed))
  if (areRenamed(index, sections, now)) tags.add(SITE_TAG)
  if (tags.size === 0) return
  if (index.isReader) touchOverlay(index, tags)
  else writeBoundaries(index, tags, rows, now)
}

function writeBoundaries(index: Index, tags: ReadonlySet<string>, rows: readonly PostRow[], now: Date): void {
  transact(index, () => {
    touchTags(index, tags, now)
    announceChanges(index, rows, now)
  })
}

/** Whether a story turned 48 hours old after `passed`. */
function hasAgedNews(index: Index, passed: number, now: Date): boolean {
  const row = index
    .prepare(
      'SELECT 1 FROM post WHERE slug IS NOT NULL AND draft = 0 AND published > :from AND published <= :to LIMIT 1',
    )
    .get({ from: passed - NEWS_MS, to: now.getTime() - NEWS_MS })
  return row !== undefined
}
