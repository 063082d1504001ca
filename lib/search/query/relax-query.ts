import type { DatabaseSync } from 'node:sqlite'
import { countIndexed } from '../store/count-indexed.ts'
import { isPaired, listWords } from '../words/tokenize.ts'
import { type ExpandedQuery, expandQuery, type Group } from './expand-query.ts'
import type { Query, Term } from './parse-query.ts'
import type { Synonyms } from './synonyms.ts'

/** A word in more stories than this share of them is left out where any word will do. */
const MAX_SHARE = 0.1

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** What to look for when no story has all that was asked for: Chinese and Japanese word by word, then any of the words. */
export function* relaxQuery(
  database: DatabaseSync,
  query: Query,
  synonyms: Synonyms = [],
): Generator<ExpandedQuery> {
  const parted = { ...query, terms: query.terms.flatMap((term) => partTerm(query.text, term)) }
  const expanded = expandQuery(database, parted, synonyms)
  if (parted.terms.length > query.terms.length) yield expanded
  const groups = listTelling(database, expanded.groups)
  if (groups.length > 0 && parted.terms.length > 1) yield { ...expanded, groups: [joinGroups(groups)] }
}

function partTerm(text: string, term: Term): Term[] {
  if (term.isExact || !term.words.every(isPaired)) return [term]
  const run = text.slice(term.start, term.end)
  const parts = [...segmenter.segment(run)].map(({ segment, index }) => ({
    ...term,
    words: listWords(segment, 24).filter((word, place) => place === 0 || [...word].length > 1),
    start: term.start + index,
    end: term.start + index + segment.length,
  }))
  return parts.filter(({ words }) => words.length > 0)
}

function listTelling(database: DatabaseSync, groups: readonly Group[]): Group[] {
  const most = Math.max(100, countIndexed(database) * MAX_SHARE)
  return groups.filter(({ stories }) => stories > 0 && stories <= most)
}

function joinGroups(groups: readonly Group[]): Group {
  const [first] = groups
  const term = first?.term ?? { words: [], isExact: false, isPrefix: false, start: 0, end: 0 }
  return {
    term,
    phrases: groups.flatMap(({ phrases }) => phrases),
    postings: groups.reduce((total, { postings }) => total + postings, 0),
    stories: groups.reduce((total, { stories }) => total + stories, 0),
  }
}
