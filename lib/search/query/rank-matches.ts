import type { Match } from './find-matches.ts'

/** `best`: what fits best first, newer ones before older ones that fit as well. `newest`: by time of publication. */
export type Sort = 'best' | 'newest'

const YEAR_MS = 365 * 86_400_000

/** How much more a story of today counts than one of long ago. */
const RECENCY = 0.25

export function rankMatches(matches: readonly Match[], sort: Sort, now: Date): Match[] {
  if (sort === 'newest') return matches.toSorted(byTime)
  return matches
    .map((match) => ({ match, score: toScore(match, now) }))
    .sort(
      (a, b) =>
        Number(b.match.hasTitle) - Number(a.match.hasTitle) || b.score - a.score || byTime(a.match, b.match),
    )
    .map(({ match }) => match)
}

function toScore({ score, published }: Match, now: Date): number {
  const years = Math.max(0, now.getTime() - published) / YEAR_MS
  return (score ?? 0) * (1 + RECENCY / (1 + years))
}

function byTime(one: Match, other: Match): number {
  return other.published - one.published || other.place - one.place
}
