import type { DatabaseSync } from 'node:sqlite'
import { DEFAULT_WEIGHTS, type SearchWeights } from '#lib/config/search-settings.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { readStored } from '#lib/text/json.ts'
import { countFacets, type FacetCounts } from './query/count-facets.ts'
import { type ExpandedQuery, expandQuery } from './query/expand-query.ts'
import { findMatches, type Match, type Matches } from './query/find-matches.ts'
import { isEmpty, parseQuery, type Query } from './query/parse-query.ts'
import { rankMatches, type Sort } from './query/rank-matches.ts'
import { relaxQuery } from './query/relax-query.ts'
import { cutSnippet, markText, type Part, type Sought } from './query/snippet.ts'
import type { Synonyms } from './query/synonyms.ts'
import { isIndexingBehind } from './store/index-behind.ts'
import { prepare } from './store/prepare.ts'
import { suggestFor } from './suggest.ts'
import { toSearchText } from './words/search-text.ts'

/**
 * `page` counts from 1. The filters narrow as `section:` and `author:` in the query do. `withheld`: slugs of stories that are
 * hidden, whatever the index says of them.
 */
export type SearchOptions = {
  now: Date
  timeZone: string
  page?: number
  sort?: Sort
  section?: string | null
  author?: string | null
  from?: string | null
  to?: string | null
  weights?: SearchWeights
  synonyms?: Synonyms
  withheld?: readonly string[]
}

/** A story that was found. `summary` is as the index keeps it; title and snippet are in the story's language. */
export type Hit = { summary: PostSummary; title: Part[]; snippet: Part[] }

/**
 * - `asked` is false where nothing was asked for.
 * - `total` counts live stories; `isMore`: there are more, which are not counted.
 * - `isLoose`: no story has all the words, these have some.
 * - `corrected`: nothing was found for the query as it was typed; this is the query the hits are for.
 * - `isPartial`: the words of some stories are still to be indexed.
 * - `suggestions`: other spellings of words that no story has.
 */
export type SearchResult = {
  text: string
  asked: boolean
  hits: Hit[]
  total: number
  isMore: boolean
  page: number
  pages: number
  isLoose: boolean
  isPartial: boolean
  corrected: string | null
  suggestions: string[]
  facets: FacetCounts
}

export const PAGE_SIZE = 10

/** Last page of results: readers do not go further, and crawlers come to an end. */
export const MAX_PAGE = 20

/**
 * Searches the stories that are live at `now`. Never throws for what a reader typed. Reads a bounded part of the index: of
 * very common words the newest matches and those in titles are ranked.
 */
export function search(database: DatabaseSync, written: string, options: SearchOptions): SearchResult {
  const query = withFilters(parseQuery(written, options.timeZone), options)
  const nothing = {
    query,
    corrected: null,
    isLoose: false,
    matches: [],
    isMore: false,
    sought: { words: new Set<string>(), enough: 0 },
  }
  if (isEmpty(query)) return toResult(database, nothing, [], options)
  const exact = find(database, query, expandQuery(database, query, options.synonyms), options)
  const suggestions = suggestFor(database, query, options)
  if (exact.matches.length > 0) return toResult(database, exact, suggestions, options)
  for (const text of suggestions) {
    const other = withFilters(parseQuery(text, options.timeZone), options)
    const found = find(database, other, expandQuery(database, other, options.synonyms), options)
    if (found.matches.length > 0) {
      return toResult(database, { ...found, query, corrected: text }, suggestions, options)
    }
  }
  for (const relaxed of relaxQuery(database, query, options.synonyms)) {
    const found = find(database, query, relaxed, options)
    if (found.matches.length > 0) return toResult(database, { ...found, isLoose: true }, suggestions, options)
  }
  return toResult(database, nothing, suggestions, options)
}

type Found = Matches & { query: Query; corrected: string | null; isLoose: boolean; sought: Sought }

function withFilters(query: Query, { section, author, from, to, timeZone }: SearchOptions): Query {
  const narrowed = parseQuery(
    [from ? `from:${from}` : '', to ? `to:${to}` : ''].filter((part) => part !== '').join(' '),
    timeZone,
  ).span
  return {
    ...query,
    sections: section ? [section] : query.sections,
    authors: author ? [author] : query.authors,
    span: { from: narrowed.from ?? query.span.from, to: narrowed.to ?? query.span.to },
  }
}

function find(database: DatabaseSync, query: Query, expanded: ExpandedQuery, options: SearchOptions): Found {
  const found = findMatches(database, expanded, {
    span: query.span,
    now: options.now,
    weights: options.weights ?? DEFAULT_WEIGHTS,
    withheld: options.withheld ?? [],
  })
  return { ...found, query, corrected: null, isLoose: false, sought: toSought(expanded) }
}

/** One phrase of each group is all that was asked for. */
function toSought({ groups }: ExpandedQuery): Sought {
  const lengths = groups.map(({ phrases }) => new Set(phrases[0]).size)
  return {
    words: new Set(groups.flatMap(({ phrases }) => phrases.flat())),
    enough: lengths.reduce((sum, length) => sum + length, 0),
  }
}

function toResult(
  database: DatabaseSync,
  { query, corrected, isLoose, matches, isMore, sought }: Found,
  suggestions: string[],
  options: SearchOptions,
): SearchResult {
  const pages = Math.min(MAX_PAGE, Math.ceil(matches.length / PAGE_SIZE))
  const page = Math.max(1, Math.floor(options.page ?? 1))
  const ranked = page > pages ? [] : rankMatches(matches, options.sort ?? 'best', options.now)
  const shown = ranked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return {
    text: query.text,
    asked: !isEmpty(query),
    hits: shown.flatMap((match) => toHit(database, match, sought)),
    total: matches.length,
    isMore,
    page,
    pages,
    isLoose,
    isPartial: isIndexingBehind(database),
    corrected,
    suggestions,
    facets: countFacets(matches, options.timeZone),
  }
}

function toHit(database: DatabaseSync, { post }: Match, sought: Sought): Hit[] {
  const row = prepare(
    database,
    'SELECT slug, data, text FROM post LEFT JOIN body ON body.post = post.id WHERE id = ?',
  ).get(post)
  if (row === undefined) return []
  const summary: PostSummary = { ...readStored(() => JSON.parse(String(row.data))), slug: String(row.slug) }
  const text = toSearchText(String(row.text ?? ''))
  return [
    {
      summary,
      title: markText(summary.title.normalize('NFC'), sought),
      snippet: cutSnippet(text === '' ? summary.standfirst : text, sought),
    },
  ]
}
