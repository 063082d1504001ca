import type { PostSummary } from '#lib/content/post.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { toSummary } from '#lib/index/post-row.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/** More than a few are no longer breaking news. */
const MAX_BREAKING = 3

/** The live stories that are breaking news at `now`, newest first. */
export async function listBreaking(now: Date): Promise<PostSummary[]> {
  const index = await getIndex()
  return index
    .prepare(
      `SELECT slug, data FROM post
       WHERE id IN (SELECT id FROM post WHERE breaking_until > :now) AND ${LIVE_POST}
       ORDER BY published DESC, slug DESC LIMIT ${MAX_BREAKING}`,
    )
    .all({ now: now.getTime() })
    .map(toSummary)
    .filter(({ slug }) => !index.withheld.has(slug))
}
