import type { PostSummary } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { toSummary } from '#lib/index/post-row.ts'

/** The story at a slug as the public may see it at `now`, without its text; null when there is none. */
export function findLiveSummary(index: Index, slug: string, now: Date): PostSummary | null {
  const row = index
    .prepare(`SELECT slug, data FROM post WHERE slug = :slug AND ${LIVE_POST}`)
    .get({ slug, now: now.getTime() })
  return row === undefined ? null : toSummary(row)
}
