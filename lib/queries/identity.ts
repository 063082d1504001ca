import type { Post } from '#lib/content/post.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/**
 * The path, percent-encoded, a story is known by for good: the first `/posts/` address its file names as its own former one, else the one
 * the index saw it at first, else the present one. A story at the former address of another has its hour beside it.
 */
export async function getIdentityPath(post: Pick<Post, 'slug' | 'aliases' | 'published'>): Promise<string> {
  const index = await getIndex()
  const named = post.aliases.find((path) => path.startsWith('/posts/'))
  if (named !== undefined) return named
  const own = `/posts/${encodeURIComponent(post.slug)}`
  const former = index
    .prepare('SELECT path FROM identity JOIN post ON post.id = identity.post WHERE slug = ?')
    .get(post.slug)
  if (former !== undefined) return encodeURI(String(former.path))
  const claimed = index.prepare('SELECT 1 FROM alias WHERE path = ?').get(`/posts/${post.slug}`) !== undefined
  return claimed ? `${own}#${post.published}` : own
}
