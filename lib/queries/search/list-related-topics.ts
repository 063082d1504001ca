import type { Term } from '#lib/content/post.ts'
import { countLive } from '#lib/index/counts.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { readList } from '../read-list.ts'

/** The newest stories of a topic that are looked at, and the topics of theirs that are weighed. */
const MAX_STORIES = 100
const MAX_WEIGHED = 30

/** Topics share by chance what they share once. */
const MIN_SHARED = 2

/**
 * Topics that stand beside a topic in live stories: first those that hardly stand anywhere else. Named as the newest of these
 * stories names them.
 */
export async function listRelatedTopics(slug: string, limit: number, now: Date): Promise<Term[]> {
  const index = await getIndex()
  const stories = readList(index, { kind: 'tag', slug }, now, MAX_STORIES, 0)
  const shared = new Map<string, { term: Term; count: number }>()
  for (const term of stories.flatMap(({ tags }) => tags)) {
    const known = shared.get(term.slug)
    if (known === undefined) shared.set(term.slug, { term, count: 1 })
    else known.count += 1
  }
  shared.delete(slug)
  return [...shared.values()]
    .filter(({ count }) => count >= MIN_SHARED)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MAX_WEIGHED)
    .map(({ term, count }) => ({
      term,
      weight: count / Math.sqrt(countLive(index, { kind: 'tag', slug: term.slug }, now)),
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.term.slug < b.term.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ term }) => term)
}
