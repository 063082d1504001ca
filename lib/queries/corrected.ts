import type { PostSummary } from '#lib/content/post.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { toSummary } from '#lib/index/post-row.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/** Live stories with a correction, newest story first. */
export async function listCorrected(limit: number, now: Date): Promise<PostSummary[]> {
  const index = await getIndex()
  return index
    .prepare(
      `SELECT slug, data FROM post INDEXED BY post_corrected WHERE corrected = 1 AND ${LIVE_POST}
       ORDER BY published DESC, slug DESC LIMIT :limit`,
    )
    .all({ limit, now: now.getTime() })
    .map(toSummary)
    .filter(({ slug }) => !index.withheld.has(slug))
}
