import type { Site } from '#lib/config/site.ts'
import type { Post, PostSummary } from '#lib/content/post.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import type { Closing, Index } from '#lib/index/index-state.ts'
import { withPictures } from '#lib/pictures/registry/describe-pictures.ts'
import { toPostTag } from '#lib/routes/cache-tags.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import type { Asked } from '#lib/search/asked.ts'
import { type Synonyms, toSynonyms } from '#lib/search/query/synonyms.ts'
import type { SearchResult } from '#lib/search/search.ts'
import type { SearchJob } from '#lib/search/search-jobs.ts'
import { closeSearchPool, runSearch, startSearchWorker } from '#lib/search/search-pool.ts'
import { keepRendering } from '#lib/sync/keep-rendering.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { isLive } from '../queries.ts'

/**
 * One page of the stories that fit a query, live at `now`.
 *
 * @throws {TaskFailure} when the search took too long
 */
export async function searchStories({ q, ...options }: Asked, now: Date): Promise<SearchResult> {
  const index = await getIndex()
  const answer = await runSearch(openPool(index), {
    kind: 'search',
    text: q,
    options: {
      ...options,
      now,
      timeZone: index.site.timeZone,
      weights: index.site.search.weights,
      synonyms: getSynonyms(index.site.search),
      withheld: [...index.withheld.keys()],
    },
  })
  if (answer.kind === 'search') return answer.result
  throw new Error(answer.kind === 'error' ? answer.message : 'The search worker answered another question.')
}

const known = new WeakMap<Site['search'], Synonyms>()

/** Made once for each reading of site.yaml. */
function getSynonyms(settings: Site['search']): Synonyms {
  const synonyms = known.get(settings) ?? toSynonyms(settings.synonyms)
  known.set(settings, synonyms)
  return synonyms
}

/**
 * Live stories about the same, without those the page shows anyway. The page is noted as naming them: it changes when
 * they do. None when the search is out of order: a story is shown all the same.
 */
export async function listRelated(
  post: Pick<Post, 'slug' | 'sourceFile'>,
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
  const answer = await runSearch(openPool(index), job).catch((error: unknown) => error)
  if (!isRelated(answer)) {
    index.log(`Related stories of ${post.slug} were not found: ${describe(answer)}`)
    return []
  }
  const links = answer.stories.map(({ sourceFile, slug }) => ({
    file: sourceFile,
    url: toPostPath(slug),
  }))
  const { sourceFile } = post
  await keepRendering(
    index,
    { sourceFile, tag: toPostTag(post.slug), links, pictures: null, problems: null },
    now,
  )
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

/** Starts the worker of the process's index, so that the first search does not wait for it. */
export async function warmUpSearch(): Promise<void> {
  startSearchWorker(openPool(await getIndex()))
}

const closers = new WeakMap<Index, (how: Closing) => Promise<void>>()

/** The file whose pool searches an index; the pool is closed with the index, and when it is another one. */
function openPool(index: Index): string {
  const file = getDatabasePath(index.dataDir)
  const close = closers.get(index) ?? ((how: Closing) => closeSearchPool(file, how))
  closers.set(index, close)
  index.closers.add(close)
  return file
}
