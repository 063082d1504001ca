import { type Image, imageSchema } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { LIVE, LIVE_POST, NEWS_MS } from '#lib/index/live.ts'
import type { TermKind } from '#lib/routes/lists.ts'
import { parseStored } from '#lib/text/json.ts'

/** A month with live stories (`2026-11`), how many, and when one of them last changed, in milliseconds. */
export type MonthRow = { month: string; total: number; modified: number }

/** A live story as a sitemap names it; `canonical` is another address it was first printed at. */
export type StoryRow = {
  slug: string
  title: string
  language: string
  published: number
  modified: number
  canonical: string | null
  image: Image | null
  sourceFile: string
}

/** A section, tag or author with live stories; `newest` is when the newest was published, in milliseconds. */
export type TermRow = { slug: string; newest: number }

const MODIFIED = 'CASE WHEN modified > :now THEN published ELSE modified END'
const STORY = `slug, json_extract(data, '$.title') AS title, language, published, ${MODIFIED} AS modified,
  json_extract(data, '$.canonical') AS canonical, json_extract(data, '$.image') AS image, file`

/** Read from an index of its own: no story is touched. Oldest first. */
export function listMonthRows(index: Index, now: Date): MonthRow[] {
  return index
    .prepare(
      `SELECT month, count(*) AS total, max(${MODIFIED}) AS modified FROM post INDEXED BY post_month
       WHERE mapped = 1 AND ${LIVE_POST} GROUP BY month ORDER BY month`,
    )
    .all({ now: now.getTime() })
    .map((row) => ({ month: String(row.month), total: Number(row.total), modified: Number(row.modified) }))
}

/** Live stories of a month in the order of their publication, from the `offset`th on, read one at a time. */
export function* iterateMonth(
  index: Index,
  month: string,
  range: { offset: number; limit: number },
  now: Date,
): Generator<StoryRow> {
  const rows = index.database
    .prepare(
      `SELECT ${STORY} FROM post INDEXED BY post_month WHERE month = :month AND mapped = 1 AND ${LIVE_POST}
       ORDER BY published, slug LIMIT :limit OFFSET :offset`,
    )
    .iterate({ month, ...range, now: now.getTime() })
  for (const row of rows) if (!index.withheld.has(String(row.slug))) yield toStoryRow(row)
}

/** Live stories of the last 48 hours, newest first, read one at a time. */
export function* iterateNews(
  index: Index,
  range: { offset: number; limit: number },
  now: Date,
): Generator<StoryRow> {
  const rows = index.database
    .prepare(
      `SELECT ${STORY} FROM post WHERE published > :now - :news AND mapped = 1 AND ${LIVE_POST}
       ORDER BY published DESC, slug DESC LIMIT :limit OFFSET :offset`,
    )
    .iterate({ ...range, now: now.getTime(), news: NEWS_MS })
  for (const row of rows) if (!index.withheld.has(String(row.slug))) yield toStoryRow(row)
}

export function countNews(index: Index, now: Date): number {
  const row = index
    .prepare(
      `SELECT count(*) AS total FROM post WHERE published > :now - :news AND mapped = 1 AND ${LIVE_POST}`,
    )
    .get({ now: now.getTime(), news: NEWS_MS })
  return Number(row?.total)
}

/** Terms of a kind with at least `least` live stories, by slug, read one at a time. */
export function* iterateTerms(
  index: Index,
  kind: TermKind,
  { least, offset, limit }: { least: number; offset: number; limit: number },
  now: Date,
): Generator<TermRow> {
  const rows = index.database
    .prepare(`${TERMS} SELECT slug, newest FROM term ORDER BY slug LIMIT :limit OFFSET :offset`)
    .iterate({ kind, least, offset, limit, now: now.getTime() })
  for (const row of rows) yield { slug: String(row.slug), newest: Number(row.newest) }
}

/** How many terms `iterateTerms` goes through, and when the newest of their stories was published. */
export function countTerms(
  index: Index,
  kind: TermKind,
  least: number,
  now: Date,
): { total: number; newest: number } {
  const row = index
    .prepare(`${TERMS} SELECT count(*) AS total, coalesce(max(newest), 0) AS newest FROM term`)
    .get({ kind, least, now: now.getTime() })
  return { total: Number(row?.total), newest: Number(row?.newest) }
}

const TERMS = `WITH term AS (
  SELECT slug,
    (SELECT published FROM listing WHERE list = list.id AND ${LIVE} ORDER BY published DESC LIMIT 1) AS newest
  FROM list WHERE kind = :kind AND total >= :least AND (
    SELECT count(*) FROM (SELECT 1 FROM listing WHERE list = list.id AND ${LIVE} LIMIT :least)
  ) >= :least
)`

function toStoryRow(row: Record<string, unknown>): StoryRow {
  return {
    slug: String(row.slug),
    title: String(row.title),
    language: String(row.language),
    published: Number(row.published),
    modified: Number(row.modified),
    canonical: row.canonical === null ? null : String(row.canonical),
    image: row.image === null ? null : parseStored(imageSchema, String(row.image)),
    sourceFile: String(row.file),
  }
}

/** Slugs of the standing pages, each once, in their order. */
export function listPageSlugs(index: Index): string[] {
  const rows = index.prepare('SELECT DISTINCT slug FROM page ORDER BY slug LIMIT 1000').all()
  return rows.map((row) => String(row.slug))
}
