import type { Post, PostSummary } from '#lib/content/post.ts'
import type { SearchJob } from '#lib/search/search-jobs.ts'
import { runSearch } from '#lib/search/search-pool.ts'
import type { SearchResult } from '#lib/search/search.ts'
import { withPictures } from './describe-pictures.ts'
import { getIndex } from './open-index.ts'
import { hasReference, putReference } from './references.ts'
import { toPostTag } from './tags.ts'

/** What a reader asked for: as in the query of `/search`. */
export type Asked = Omit<Extract<SearchJob, { kind: 'search' }>['options'], 'now' | 'timeZone'> & { q: string }

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
  for (const { sourceFile } of answer.stories) {
    if (!hasReference(index, sourceFile, tag)) putReference(index, sourceFile, tag)
  }
  return withPictures(index, answer.stories)
}

function isRelated(answer: unknown): answer is { kind: 'related'; stories: PostSummary[] } {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'related'
}

function describe(answer: unknown): string {
  if (answer instanceof Error) return answer.message
  return typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : ''
}
