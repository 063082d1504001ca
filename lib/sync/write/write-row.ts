import path from 'node:path'
import { getCoverageEnd } from '#lib/content/coverage.ts'
import type { Post } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { toCopyKey } from '#lib/index/post-row.ts'
import { getLargest } from '#lib/text/largest.ts'
import { toZonedMonth } from '#lib/time/zone.ts'

/** What the index holds of a story in its row, by the names of the statement that writes it. */
type Columns = ReturnType<typeof toColumns>

export function toColumns(index: Index, { body: _, ...post }: Post) {
  return {
    file: post.sourceFile,
    name: path.posix.basename(post.sourceFile).normalize('NFC'),
    baseSlug: post.slug,
    copyKey: toCopyKey(post),
    language: post.language,
    published: Date.parse(post.published),
    expires: post.expires === null ? null : Date.parse(post.expires),
    breakingUntil: post.breakingUntil === null ? null : Date.parse(post.breakingUntil),
    coverageStart: post.coverage === null ? null : Date.parse(post.coverage.start),
    coverageEnd: post.coverage === null ? null : getCoverageEnd(post.coverage),
    draft: Number(post.draft),
    mapped: Number(post.crawling === 'all'),
    month: toZonedMonth(post.published, index.site.timeZone),
    modified: getLargest(listInstants(post), Date.parse(post.published)),
    corrected: Number(post.corrections.length > 0),
    data: JSON.stringify(post),
  }
}

/** When a story was published, updated and corrected, in milliseconds. */
function listInstants({ published, updated, corrections }: Omit<Post, 'body'>): number[] {
  return [published, updated ?? published, ...corrections.map(({ date }) => date)].map((at) => Date.parse(at))
}

/** Answers with the number of the row, the same as before where the file had one. */
export function putRow(index: Index, columns: Columns): number {
  const row = index
    .prepare(
      `INSERT INTO post (file, name, base_slug, copy_key, language, published, expires, breaking_until, coverage_start,
         coverage_end, draft, mapped, month, modified, corrected, data)
       VALUES (:file, :name, :baseSlug, :copyKey, :language, :published, :expires, :breakingUntil, :coverageStart,
         :coverageEnd, :draft, :mapped, :month, :modified, :corrected, :data)
       ON CONFLICT (file) DO UPDATE SET slug = NULL, base_slug = excluded.base_slug, copy_key = excluded.copy_key,
         language = excluded.language, published = excluded.published, expires = excluded.expires,
         breaking_until = excluded.breaking_until, coverage_start = excluded.coverage_start,
         coverage_end = excluded.coverage_end, draft = excluded.draft, mapped = excluded.mapped, month = excluded.month,
         modified = excluded.modified, corrected = excluded.corrected, data = excluded.data
       RETURNING id`,
    )
    .get(columns)
  return Number(row?.id)
}

type Written = { columns: Columns; packedBody: Uint8Array | null; aliases: readonly string[] }

/** Whether the index holds exactly this of a story already: then nobody's page is another. */
export function isAsWritten(index: Index, post: number, { columns, packedBody, aliases }: Written): boolean {
  const row = index
    .prepare(
      `SELECT file, name, base_slug AS baseSlug, copy_key AS copyKey, language, published, expires,
         breaking_until AS breakingUntil, coverage_start AS coverageStart, coverage_end AS coverageEnd, draft, mapped,
         month, modified, corrected, post.data, packed_body.data AS body
       FROM post JOIN packed_body ON packed_body.post = post.id WHERE id = ?`,
    )
    .get(post)
  if (row === undefined || packedBody === null || !(row.body instanceof Uint8Array)) return false
  const isSameRow = Object.entries(columns).every(([name, value]) => row[name] === value)
  return isSameRow && Buffer.compare(row.body, packedBody) === 0 && hasAliases(index, post, aliases)
}

function hasAliases(index: Index, post: number, aliases: readonly string[]): boolean {
  const rows = index.prepare('SELECT path FROM alias WHERE post = ? AND moved = 0').all(post)
  const known = new Set(rows.map((row) => String(row.path)))
  return known.symmetricDifference(new Set(aliases)).size === 0
}

/** Replaces the other paths that a story answers for, as alias keys. */
export function writeAliases(index: Index, post: number, aliases: readonly string[], isNew: boolean): void {
  if (!isNew) index.prepare('DELETE FROM alias WHERE post = ? AND moved = 0').run(post)
  const put = index.prepare('INSERT OR IGNORE INTO alias (path, post) VALUES (?, ?)')
  for (const alias of aliases) put.run(alias, post)
}
