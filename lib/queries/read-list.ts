import type { Post, PostSummary } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { type Beside, getListId, type ListName } from '#lib/index/listings.ts'
import { LIVE } from '#lib/index/live.ts'
import { toSummary } from '#lib/index/post-row.ts'

/** A list of stories a URL can name. Months count from 1, in the paper's time zone. */
export type ListRef =
  | { kind: 'all' }
  | { kind: 'section' | 'tag' | 'author'; slug: string }
  | { kind: 'year'; year: number }
  | { kind: 'month'; year: number; month: number }

/** Every story there is. */
export const ALL: ListName = { kind: 'all', slug: '' }

/** Stories of a list that are live at `now`, newest first. */
export function readList(
  index: Index,
  name: ListName,
  now: Date,
  limit: number,
  offset: number,
): PostSummary[] {
  const list = getListId(index, name)
  if (list === null) return []
  return index
    .prepare(
      `SELECT post.slug, data FROM (
         SELECT post FROM listing WHERE list = :list AND ${LIVE}
         ORDER BY published DESC, slug DESC LIMIT :limit OFFSET :offset
       ) AS place JOIN post ON post.id = place.post
       ORDER BY published DESC, slug DESC`,
    )
    .all({ list, limit, offset, now: now.getTime() })
    .map(toSummary)
}

/** The stories at these places, in their order. */
export function readBeside(index: Index, places: Beside[]): PostSummary[] {
  const get = index.prepare('SELECT slug, data FROM post WHERE id = ?')
  return places.map(({ post }) => get.get(post)).flatMap((row) => (row === undefined ? [] : [toSummary(row)]))
}

/** Where a story stands in reading order. */
export function toPageOffset(post: Pick<Post, 'slug' | 'published'>): { published: number; slug: string } {
  return { published: Date.parse(post.published), slug: post.slug }
}

/** The list as the index names it. */
export function toListName(list: ListRef): ListName {
  switch (list.kind) {
    case 'all':
      return ALL
    case 'year':
      return { kind: 'year', slug: String(list.year).padStart(4, '0') }
    case 'month':
      return {
        kind: 'month',
        slug: `${String(list.year).padStart(4, '0')}-${String(list.month).padStart(2, '0')}`,
      }
    default:
      return list
  }
}
