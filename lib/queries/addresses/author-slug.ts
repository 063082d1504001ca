import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'

/**
 * An author's file may be named otherwise than its stories name the author: `authors/desk.md` is `name: News Desk`. The
 * page of the two is the one where the stories are; where both have some, or none, each stays as it is asked for.
 */
export function findAuthorSlug(index: Index, slug: string, now: Date): string {
  const row = index
    .prepare(
      'SELECT slug, name_slug FROM author WHERE slug = :slug OR name_slug = :slug ORDER BY slug <> :slug, file LIMIT 1',
    )
    .get({ slug })
  if (row === undefined) return slug
  const other = String(row.slug === slug ? row.name_slug : row.slug)
  if (other === slug) return slug
  const hasStories = (name: string) => countLive(index, { kind: 'author', slug: name }, now) > 0
  return !hasStories(slug) && hasStories(other) ? other : slug
}
