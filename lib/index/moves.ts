import { getPathPrefix } from '#lib/routes/paths.ts'
import type { Index } from './index-state.ts'
import type { PostRow } from './post-row.ts'

/** Former addresses are kept decoded. */
const POSTS = getPathPrefix('post')

/** Whether the public can have seen the story at its address before `now`. */
export function wasPublic(row: Pick<PostRow, 'draft' | 'published'>, now: Date): boolean {
  return !row.draft && row.published <= now.getTime()
}

/** A deleted story's addresses, this one and those before it, answer 410 from now on, unless another story takes them. */
export function putGone(index: Index, row: PostRow, now: Date): void {
  if (row.slug === null || !wasPublic(row, now)) return
  const former = index.prepare('SELECT path FROM alias WHERE post = ? AND moved = 1').all(row.id)
  const put = index.prepare('INSERT OR REPLACE INTO gone (slug, since) VALUES (?, ?)')
  for (const { path } of former) put.run(String(path).slice(POSTS.length), now.getTime())
  put.run(row.slug, now.getTime())
}

export function removeGone(index: Index, slug: string): void {
  index.prepare('DELETE FROM gone WHERE slug = ?').run(slug)
}

/** The story `post` was found under `slug` until now. */
export function putMoved(index: Index, slug: string, post: number): void {
  index.prepare('INSERT OR IGNORE INTO alias (path, post, moved) VALUES (?, ?, 1)').run(POSTS + slug, post)
  index.prepare('INSERT OR IGNORE INTO identity (post, path) VALUES (?, ?)').run(post, POSTS + slug)
}

/** Whether a story the public had seen at `slug` is there no more: deleted, or past its `expires`. */
export function isGone(index: Index, slug: string, now: Date): boolean {
  const row = index
    .prepare(
      `SELECT 1 FROM gone WHERE slug = :slug
       UNION ALL SELECT 1 FROM post WHERE slug = :slug AND draft = 0 AND expires <= :now AND published <= :now`,
    )
    .get({ slug, now: now.getTime() })
  return row !== undefined
}
