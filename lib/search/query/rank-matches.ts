import type { Match } from './find-matches.ts'

/** `best`: what fits best first, newer ones before older ones that fit as well. `newest`: by time of publication. */
export type Sort = 'best' | 'newest'

const YEAR_MS = 365 * 86_400_000

/** How much more a story of today counts than one of long ago. */
const RECENCY = 0.25

export function rankMatches(matches: readonly Match[], sort: Sort, now: Date): Match[] {
  if (sort === 'newest') return matches.toSorted(byTime)
  const scores = new Map(matches.map((match) => [match.place, toScore(match, now)]))
  const getScore = ({ place }: Match) => scores.get(place) ?? 0
  return matches.toSorted(
    (a, b) => Number(b.hasTitle) - Number(a.hasTitle) || getScore(b) - getScore(a) || byTime(a, b),
  )
}

function toScore({ score, published }: Match, now: Date): number {
  const years = Math.max(0, now.getTime() - published) / YEAR_MS
  return (score ?? 0) * (1 + RECENCY / (1 + years))
}

function byTime(one: Match, other: Match): number {
  return other.published - one.published || other.place - one.place
}
