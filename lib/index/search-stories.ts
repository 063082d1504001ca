import type { Post, PostSummary } from '#lib/content/post.ts'
import type { Asked } from '#lib/search/asked.ts'
import type { SearchResult } from '#lib/search/search.ts'
import type { SearchJob } from '#lib/search/search-jobs.ts'
import { runSearch } from '#lib/search/search-pool.ts'
import { withPictures } from './describe-pictures.ts'
import { transact } from './index-state.ts'
import { getIndex } from './open-index.ts'
import { isLive } from './queries.ts'
import { hasReference, putReference } from './references.ts'
import { toPostTag } from './tags.ts'

/**
 * One page of the stories that fit a query, live at `now`.
 *
 * @throws {TaskFailure} when the search took too long
 */
export async function searchStories({ q, ...options }: Asked, now: Date): Promise<SearchResult> {
  const index = await getIndex()
  const answer = await runSearch(index.database.location() ?? '', {
    kind: 'search',
    text: q,
    options: { ...options, now, timeZone: index.site.timeZone },
  })
  if (answer.kind === 'search') return answer.result
  throw new Error(answer.kind === 'error' ? answer.message : 'The search worker answered another question.')
}

/**
 * Live stories about the same, without those the page shows anyway. The page is noted as naming them: it changes when
 * they do. None when the search is out of order: a story is shown all the same.
 */
export async function listRelated(
  post: Pick<Post, 'slug'>,
  shown: readonly Pick<Post, 'slug'>[],
  limit: number,
  now: Date,
): Promise<PostSummary[]> {
  const index = await getIndex()
  const job: SearchJob = {
    kind: 'related',
    slug: post.slug,
    now,
    limit,
    exclude: shown.map(({ slug }) => slug),
  }
  const answer = await runSearch(index.database.location() ?? '', job).catch((error: unknown) => error)
  if (!isRelated(answer)) {
    index.log(`Related stories of ${post.slug} were not found: ${describe(answer)}`)
    return []
  }
  const tag = toPostTag(post.slug)
  const unknown = answer.stories.filter(({ sourceFile }) => !hasReference(index, sourceFile, tag))
  if (unknown.length > 0) {
    transact(index, () => {
      for (const { sourceFile } of unknown) putReference(index, sourceFile, tag)
    })
  }
  // From here on the page is told when one of them changes; one may have gone while it was found.
  const live = await Promise.all(answer.stories.map(({ slug }) => isLive(slug, now)))
  return withPictures(
    index,
    answer.stories.filter((_, place) => live[place]),
  )
}

function isRelated(answer: unknown): answer is { kind: 'related'; stories: PostSummary[] } {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'related'
}

function describe(answer: unknown): string {
  if (answer instanceof Error) return answer.message
  return typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : ''
}
