import type { ListName } from '#lib/routes/lists.ts'
import type { Index } from './index-state.ts'
import { LIVE, MORE_IN_SECTION } from './live.ts'
import type { PostRow } from './post-row.ts'

/** A story's place: in a list, in reading order. */
type ListPosition = { published: number; slug: string }

/** The lists a story stands in, each once. */
export function getListNames(row: Pick<PostRow, 'summary' | 'month'>): ListName[] {
  const { section, tags, authors } = row.summary
  const sections = section === null ? [] : [section]
  return [
    { kind: 'all', slug: '' },
    { kind: 'year', slug: row.month.slice(0, 4) },
    { kind: 'month', slug: row.month },
    ...sections.map(({ slug }) => ({ kind: 'section' as const, slug })),
    ...tags.map(({ slug }) => ({ kind: 'tag' as const, slug })),
    ...authors.map(({ slug }) => ({ kind: 'author' as const, slug })),
  ]
}

export function getListId(index: Index, name: ListName): number | null {
  const key = `${name.kind}:${name.slug}`
  const known = index.listIds.get(key)
  if (known !== undefined) return known
  const row = index.prepare('SELECT id FROM list WHERE kind = ? AND slug = ?').get(name.kind, name.slug)
  if (row === undefined) return null
  index.listIds.set(key, Number(row.id))
  return Number(row.id)
}

/** By how much each list's total is to change, by row number. */
export type Totals = Map<number, number>

/** Puts a story with a slug into its lists. */
export function addToLists(index: Index, row: PostRow, totals: Totals): void {
  if (row.slug === null || row.draft) return
  for (const name of getListNames(row)) {
    const list = getListId(index, name) ?? createList(index, name)
    const { changes } = index
      .prepare('INSERT OR IGNORE INTO listing (list, published, slug, post, expires) VALUES (?, ?, ?, ?, ?)')
      .run(list, row.published, row.slug, row.id, row.expires)
    totals.set(list, (totals.get(list) ?? 0) + Number(changes))
  }
}

/** Takes a story out of its lists. */
export function removeFromLists(index: Index, row: PostRow, totals: Totals): void {
  if (row.slug === null || row.draft) return
  for (const name of getListNames(row)) {
    const list = getListId(index, name)
    if (list === null) continue
    const { changes } = index
      .prepare('DELETE FROM listing WHERE list = ? AND published = ? AND slug = ?')
      .run(list, row.published, row.slug)
    totals.set(list, (totals.get(list) ?? 0) - Number(changes))
  }
}

/** Writes what `enlist` and `unlist` counted: once a batch, not once a story and list. */
export function putTotals(index: Index, totals: Totals): void {
  const put = index.prepare('UPDATE list SET total = total + ? WHERE id = ?')
  for (const [list, change] of totals) if (change !== 0) put.run(change, list)
}

/** Slugs of the live stories whose pages show this one: its neighbours, and the newer ones of its section. */
export function listSlugsAround(index: Index, row: PostRow, now: Date): string[] {
  if (row.slug === null || row.draft) return []
  const position = { published: row.published, slug: row.slug }
  const { section } = row.summary
  return [
    ...listBeside('older', index, { kind: 'all', slug: '' }, position, 1, now),
    ...listBeside('newer', index, { kind: 'all', slug: '' }, position, 1, now),
    ...(section === null
      ? []
      : listBeside('newer', index, { kind: 'section', slug: section.slug }, position, MORE_IN_SECTION, now)),
  ].map(({ slug }) => slug)
}

export type Beside = { post: number; slug: string }

/** Places of the live stories just before or after `position` in time, nearest first. */
export function listBeside(
  side: 'older' | 'newer',
  index: Index,
  name: ListName,
  position: ListPosition,
  limit: number,
  now: Date,
): Beside[] {
  const [compare, order] = side === 'older' ? ['<', 'DESC'] : ['>', 'ASC']
  const list = getListId(index, name)
  if (list === null) return []
  return index
    .prepare(
      `SELECT post, slug FROM listing
       WHERE list = :list AND (published, slug) ${compare} (:published, :slug) AND ${LIVE}
       ORDER BY published ${order}, slug ${order} LIMIT :limit`,
    )
    .all({ list, published: position.published, slug: position.slug, limit, now: now.getTime() })
    .map((row) => ({ post: Number(row.post), slug: String(row.slug) }))
}

function createList(index: Index, name: ListName): number {
  const { lastInsertRowid } = index
    .prepare('INSERT INTO list (kind, slug) VALUES (?, ?)')
    .run(name.kind, name.slug)
  return Number(lastInsertRowid)
}
