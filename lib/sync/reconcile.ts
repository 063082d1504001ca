import path from 'node:path'
import { areRenamed, noteSection, type SectionNames } from '#lib/freshness/section-names.ts'
import { getTagsOfPost } from '#lib/freshness/tags.ts'
import { announceChanges } from '#lib/index/announcements.ts'
import type { Index } from '#lib/index/index-state.ts'
import { addToLists, putTotals, removeFromLists, type Totals } from '#lib/index/listings.ts'
import { putMoved, removeGone, wasPublic } from '#lib/index/moves.ts'
import { POST_COLUMNS, type PostRow, toPostRow, toText } from '#lib/index/post-row.ts'
import { putProblems } from '#lib/index/problems.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { stripCopySuffix } from '#lib/text/slug.ts'
import { toZonedDay } from '#lib/time/zone.ts'
import { assignSlugs, compareText, getUnqualifiedSlugs } from './slugs.ts'

/** What a batch changed so far, and what is still to be settled before it may be committed. */
export type Batch = {
  readonly now: Date
  /** False while the index is filled for the first time: nothing was made from it yet, so nothing can be stale. */
  readonly tracked: boolean
  /** Stories to put into their lists again. */
  readonly posts: Set<number>
  /** Slugs under which the public saw stories before this change, by row. */
  readonly slugs: Map<number, string>
  readonly totals: Totals
  readonly baseSlugs: Set<string>
  readonly copyKeys: Set<string>
  /** Cache tags whose pages changed. */
  readonly tags: Set<string>
  /** Stories as they stood at an address before this change, by that address. */
  readonly previous: Map<string, PostRow>
  /** How the sections of these stories were called before this change. */
  readonly sections: SectionNames
}

export function startBatch(now: Date, tracked: boolean): Batch {
  return {
    now,
    tracked,
    posts: new Set(),
    slugs: new Map(),
    totals: new Map(),
    baseSlugs: new Set(),
    copyKeys: new Set(),
    tags: new Set(),
    previous: new Map(),
    sections: new Map(),
  }
}

/** Takes a story out of all lists as it stands, noting whom that concerns. */
export function detachPost(index: Index, batch: Batch, row: PostRow): void {
  recordPrevious(index, batch, row)
  batch.baseSlugs.add(row.baseSlug)
  batch.copyKeys.add(row.copyKey)
}

/**
 * After the rows are written: which files are copies, which slug each story gets, which lists it stands in. The result
 * depends on the set of files in the index alone, so every committed batch is the whole truth about the files read.
 */
export function reconcile(index: Index, batch: Batch): void {
  for (const copyKey of batch.copyKeys) reconcileCopies(index, batch, copyKey)
  reconcileSlugs(index, batch)
  const rows = [...batch.posts].map((id) => getRow(index, id)).filter((row) => row !== null)
  reconcileMoves(index, batch, rows)
  if (batch.tracked) for (const row of rows) noteSection(index, batch.sections, row, batch.now)
  for (const row of rows) addToLists(index, row, batch.totals)
  putTotals(index, batch.totals)
  for (const row of rows) recordTags(index, batch, row)
  if (areRenamed(index, batch.sections, batch.now)) batch.tags.add(SITE_TAG)
  if (batch.tracked) announceChanges(index, listChanged(batch, rows), batch.now)
}

/** Stories that are not what they were at their address; one read again and found the same is none. */
function listChanged({ previous: former }: Batch, rows: readonly PostRow[]): PostRow[] {
  const isSame = (row: PostRow, other: PostRow | undefined) =>
    other !== undefined && row.summary.contentHash === other.summary.contentHash && row.draft === other.draft
  const present = new Map(rows.flatMap((row) => (row.slug === null ? [] : [[row.slug, row] as const])))
  return [
    ...[...former].filter(([slug, row]) => !isSame(row, present.get(slug))).map(([, row]) => row),
    ...[...present].filter(([slug, row]) => !isSame(row, former.get(slug))).map(([, row]) => row),
  ]
}

function recordTags(index: Index, batch: Batch, row: PostRow): void {
  if (!batch.tracked) return
  for (const tag of getTagsOfPost(index, row, batch.now)) batch.tags.add(tag)
}

/** Takes a row out of its lists as it stands, remembering whom that concerns and where it was found. */
function recordPrevious(index: Index, batch: Batch, row: PostRow): void {
  if (batch.tracked) noteSection(index, batch.sections, row, batch.now)
  recordTags(index, batch, row)
  removeFromLists(index, row, batch.totals)
  if (row.slug !== null && !batch.previous.has(row.slug)) batch.previous.set(row.slug, row)
  if (row.slug !== null && wasPublic(row, batch.now)) batch.slugs.set(row.id, row.slug)
}

/** Of files with the same bytes and name, the one with the plainest name is the story; the others are reported. */
function reconcileCopies(index: Index, batch: Batch, copyKey: string): void {
  const rows = index.prepare('SELECT id, file, base_slug, copy_of FROM post WHERE copy_key = ?').all(copyKey)
  const files = rows.map((row) => String(row.file)).sort(byPlainness)
  for (const row of rows) {
    const file = String(row.file)
    const original = file === files[0] ? null : (files[0] ?? null)
    if (toText(row.copy_of) === original) continue
    index.prepare('UPDATE post SET copy_of = ? WHERE id = ?').run(original, Number(row.id))
    putProblems(index, 'copy', file, original === null ? [] : [toCopyProblem(file, original)])
    batch.baseSlugs.add(String(row.base_slug))
  }
}

function byPlainness(a: string, b: string): number {
  return Number(isCopyName(a)) - Number(isCopyName(b)) || a.length - b.length || compareText(a, b)
}

function isCopyName(file: string): boolean {
  const stem = path.posix.parse(file).name
  return stripCopySuffix(stem) !== stem
}

function toCopyProblem(file: string, original: string) {
  return {
    severity: 'warning' as const,
    file,
    line: 1,
    field: null,
    found: original,
    message: 'is an identical copy of another file and is not published a second time',
    hint: 'Delete one of the two, or change the copy into a story of its own.',
  }
}

/** Groups whose qualified slugs meet one of these: `name--fr` as a file's own name takes it from French `name`. */
function withRelated(baseSlugs: ReadonlySet<string>): string[] {
  const related = new Set(baseSlugs)
  for (const slug of baseSlugs) {
    for (const unqualified of getUnqualifiedSlugs(slug)) related.add(unqualified)
  }
  return [...related]
}

/** All slugs that move are let go of before any is taken: two files may trade theirs. */
function reconcileSlugs(index: Index, batch: Batch): void {
  const moves = withRelated(batch.baseSlugs).flatMap((baseSlug) => listMoves(index, baseSlug))
  const put = index.prepare('UPDATE post SET slug = ? WHERE id = ?')
  for (const { row } of moves) {
    if (row.slug === null) continue
    recordPrevious(index, batch, row)
    put.run(null, row.id)
  }
  for (const { row, slug } of moves) {
    put.run(slug, row.id)
    batch.posts.add(row.id)
  }
}

/** A story that had another slug until now is found at its old address too; a slug that is taken is not gone. */
function reconcileMoves(index: Index, { slugs, tracked }: Batch, rows: readonly PostRow[]): void {
  for (const { id, slug } of rows) {
    const former = slugs.get(id)
    if (slug !== null && tracked) removeGone(index, slug)
    if (slug !== null && former !== undefined && former !== slug) putMoved(index, former, id)
  }
}

/** The stories that ask for `baseSlug` and do not have the slug they should. */
function listMoves(index: Index, baseSlug: string): { row: PostRow; slug: string | null }[] {
  const rows = index
    .prepare(`SELECT ${POST_COLUMNS}, language, copy_of FROM post WHERE base_slug = ?`)
    .all(baseSlug)
    .map((row) => ({ ...toPostRow(row), language: String(row.language), isCopy: row.copy_of !== null }))
  const candidates = rows
    .filter((row) => !row.isCopy)
    .map((row) => ({ ...row, day: toZonedDay(row.summary.published, index.site.timeZone) }))
  const slugs = assignSlugs(candidates, index.site.language, (slug) => hasBaseSlug(index, slug))
  return rows
    .map((row) => ({ row, slug: slugs.get(row.file) ?? null }))
    .filter(({ row, slug }) => row.slug !== slug)
}

function hasBaseSlug(index: Index, slug: string): boolean {
  return index.prepare('SELECT 1 FROM post WHERE base_slug = ? LIMIT 1').get(slug) !== undefined
}

function getRow(index: Index, id: number): PostRow | null {
  const row = index.prepare(`SELECT ${POST_COLUMNS} FROM post WHERE id = ?`).get(id)
  return row === undefined ? null : toPostRow(row)
}
