import type { DatabaseSync } from 'node:sqlite'
import type { SearchWeights } from '#lib/config/search-settings.ts'
import { SHOWN_POST } from '#lib/index/live.ts'
import { countIndexed } from '../store/count-indexed.ts'
import { prepare } from '../store/prepare.ts'
import { toFirstPlace, toPlace } from '../store/to-place.ts'
import type { ExpandedQuery } from './expand-query.ts'
import { toExpression } from './match-expression.ts'
import type { Span } from './parse-dates.ts'

/** A live story that has what is asked for. `score` is null where matches are too many to be weighed: then `hasTitle` counts. */
export type Match = {
  place: number
  post: number
  published: number
  section: string | null
  hasTitle: boolean
  score: number | null
}

/** `isMore`: there are older matches that were not looked at. */
export type Matches = { matches: Match[]; isMore: boolean }

/** The newest matches that are ranked and counted, and those by title that join them. */
export const MAX_MATCHES = 2_000
const MAX_TITLES = 300

/** Entries of the index that are read for one query: beyond it, older stories are left out. */
const MAX_POSTINGS = 240_000

/** Entries of the index that are read to weigh words; what is commoner says little about a story. */
const MAX_WEIGHED = 40_000

/** How much likelier words of one query stand in one story than words that have nothing to do with each other. */
const TOGETHER = 10

/** `withheld` is a list of slugs as JSON. */
type Scope = { now: number; low: number; high: number; from: number; to: number; withheld: string }

const LIVE_MATCHES = `
  FROM search CROSS JOIN search_story ON search_story.place = search.rowid
  CROSS JOIN post INDEXED BY post_live ON post.id = search_story.post
  WHERE search MATCH :match AND search.rowid BETWEEN :low AND :high
    AND published >= :from AND published < :to AND ${SHOWN_POST}
  ORDER BY search.rowid DESC LIMIT :max`

const COLUMNS = 'place, post, published, section'

/** The stories that match, the newest first, live at `now`. */
export function findMatches(
  database: DatabaseSync,
  query: ExpandedQuery,
  {
    span,
    now,
    weights,
    withheld,
  }: { span: Span; now: Date; weights: SearchWeights; withheld: readonly string[] },
): Matches {
  const scope = { ...toScope(database, query, span, now), withheld: JSON.stringify(withheld) }
  const weighed = toWeighed(query, countIndexed(database))
  const isWhole = weighed !== null && weighed.groups.length === query.groups.length
  const expression = toExpression(query, isWhole ? 'ranked' : 'all')
  if (expression === null) return listNewest(database, scope)
  const matches = isWhole
    ? listScored(database, expression, scope, weights)
    : listPlain(database, expression, scope, MAX_MATCHES + 1)
  const isMore = matches.length > MAX_MATCHES
  const found = matches.slice(0, MAX_MATCHES)
  const titled = isMore || weighed === null ? listTitled(database, query, scope) : []
  const all = joinTitled(found, titled)
  return {
    matches: isWhole || weighed === null ? all : withScores(database, all, weighed, scope, weights),
    isMore,
  }
}

function toScope(
  database: DatabaseSync,
  query: ExpandedQuery,
  span: Span,
  now: Date,
): Omit<Scope, 'withheld'> {
  const from = span.from ?? Number.MIN_SAFE_INTEGER
  const to = span.to ?? Number.MAX_SAFE_INTEGER
  const low = Math.max(toFirstPlace(from), findFloor(database, query))
  const high = Math.min(toPlace(now.getTime()), toPlace(to))
  return { now: now.getTime(), low, high, from, to }
}

/** The place below which a query of nothing but common words does not look: a share of the paper that it can read in time. */
function findFloor(database: DatabaseSync, query: ExpandedQuery): number {
  const groups = [...query.groups, ...query.without]
  const postings = groups.reduce((total, group) => total + group.postings, 0)
  if (postings <= MAX_POSTINGS) return 0
  const stories = Math.floor((countIndexed(database) * MAX_POSTINGS) / postings)
  const row = prepare(database, 'SELECT place FROM search_story ORDER BY place DESC LIMIT 1 OFFSET ?').get(
    stories,
  )
  return Number(row?.place ?? 0)
}

/** The rarest words of a query, as many as can be weighed in time; null when even the rarest cannot. */
function toWeighed(query: ExpandedQuery, indexed: number): ExpandedQuery | null {
  const sorted = query.groups.toSorted((a, b) => a.postings - b.postings)
  const most = estimateMatches(query, indexed)
  let left = MAX_WEIGHED
  const groups = sorted.filter(({ postings, phrases }) => {
    // BM25 reads all entries of the words, and one of each phrase for each story it weighs.
    left -= Math.max(postings, most * phrases.length)
    return left >= 0
  })
  return groups.length === 0 ? null : { ...query, groups }
}

/** How many matches are to be weighed at most, words being somewhat likelier to stand together than apart. */
function estimateMatches({ groups }: ExpandedQuery, indexed: number): number {
  const shares = groups.map(({ stories }) => Math.min(1, stories / Math.max(1, indexed)))
  const product = shares.reduce((share, other) => share * other, 1)
  return Math.min(MAX_MATCHES, indexed * Math.min(...shares), indexed * product * TOGETHER)
}

/** The columns of `search` in their order; facets say nothing of how well a story fits. */
function toRank({ body, title, standfirst, authors, tags }: SearchWeights): string {
  return `bm25(search, ${[body, title, standfirst, authors, tags, 0].join(', ')})`
}

function listPlain(database: DatabaseSync, match: string, scope: Scope, max: number): Match[] {
  return prepare(database, `SELECT ${COLUMNS} ${LIVE_MATCHES}`)
    .all({ match, ...scope, max })
    .map((row) => toMatch(row, null))
}

function listScored(database: DatabaseSync, match: string, scope: Scope, weights: SearchWeights): Match[] {
  return prepare(database, `SELECT ${COLUMNS}, -${toRank(weights)} AS score ${LIVE_MATCHES}`)
    .all({ match, ...scope, max: MAX_MATCHES + 1 })
    .map((row) => toMatch(row, Number(row.score)))
}

function listTitled(database: DatabaseSync, query: ExpandedQuery, scope: Scope): Match[] {
  const match = query.groups.length === 0 ? null : toExpression(query, 'title')
  if (match === null) return []
  return listPlain(database, match, scope, MAX_TITLES).map((found) => ({ ...found, hasTitle: true }))
}

function joinTitled(found: readonly Match[], titled: readonly Match[]): Match[] {
  const byPlace = new Map([...titled, ...found].map((match) => [match.place, match]))
  for (const { place } of titled) {
    const match = byPlace.get(place)
    if (match !== undefined) match.hasTitle = true
  }
  return [...byPlace.values()]
}

function withScores(
  database: DatabaseSync,
  matches: Match[],
  weighed: ExpandedQuery,
  { low, high }: Scope,
  weights: SearchWeights,
): Match[] {
  const rows = prepare(
    database,
    `SELECT rowid AS place, -${toRank(weights)} AS score FROM search
     WHERE search MATCH :match AND rowid BETWEEN :low AND :high ORDER BY rowid DESC LIMIT :max`,
  ).all({ match: toExpression(weighed, 'ranked'), low, high, max: MAX_MATCHES * 2 })
  const scores = new Map(rows.map((row) => [Number(row.place), Number(row.score)]))
  return matches.map((match) => ({ ...match, score: scores.get(match.place) ?? null }))
}

/** Every live story, for a search that only narrows. */
function listNewest(database: DatabaseSync, scope: Scope): Matches {
  const rows = prepare(
    database,
    `SELECT ${COLUMNS} FROM search_story CROSS JOIN post INDEXED BY post_live ON post.id = search_story.post
     WHERE place BETWEEN :low AND :high AND published >= :from AND published < :to AND ${SHOWN_POST}
     ORDER BY place DESC LIMIT :max`,
  ).all({ ...scope, max: MAX_MATCHES + 1 })
  return {
    matches: rows.slice(0, MAX_MATCHES).map((row) => toMatch(row, null)),
    isMore: rows.length > MAX_MATCHES,
  }
}

function toMatch(row: Record<string, unknown>, score: number | null): Match {
  return {
    place: Number(row.place),
    post: Number(row.post),
    published: Number(row.published),
    section: row.section === null ? null : String(row.section),
    hasTitle: false,
    score,
  }
}
