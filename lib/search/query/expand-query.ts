import type { DatabaseSync } from 'node:sqlite'
import { toSlug } from '#lib/text/slug.ts'
import { type Facet, toFacetWord } from '../store/facets.ts'
import { findWord, listBeginnings, listVariants } from './list-variants.ts'
import type { Query, Term } from './parse-query.ts'
import { listSynonyms, type Synonyms } from './synonyms.ts'

/**
 * What stands for a term of the query: any of these phrases. `postings` is how many places of the index are read for it,
 * `stories` in how many it can be at most.
 */
export type Group = { term: Term; phrases: string[][]; postings: number; stories: number }

/** A query in words that the paper has. `narrowing` are facets: any one of each list. */
export type ExpandedQuery = { groups: Group[]; without: Group[]; narrowing: string[][] }

/** Letters of a beginning: of one letter there are thousands of words. */
const MIN_PREFIX = 2

export function expandQuery(database: DatabaseSync, query: Query, synonyms: Synonyms = []): ExpandedQuery {
  return {
    groups: query.terms.map((term) => withSynonyms(database, expandTerm(database, term), synonyms)),
    without: query.without.map((term) => toGroup(database, term, [term.words])),
    narrowing: [
      ...toFacets('section', query.sections),
      ...toFacets('author', query.authors),
      ...toFacets('tag', query.tags),
    ],
  }
}

/** Several of one kind are alternatives: nothing stands in two sections. */
function toFacets(facet: Facet, names: readonly string[]): string[][] {
  return names.length === 0 ? [] : [names.map((name) => toFacetWord(facet, toSlug(name)))]
}

/** What was put in quotation marks is meant as it is written. */
function withSynonyms(database: DatabaseSync, group: Group, synonyms: Synonyms): Group {
  if (group.term.isExact) return group
  const others = listSynonyms(synonyms, group.phrases)
  if (others.length === 0) return group
  const phrases = others.flatMap(([word = '', ...more]) =>
    more.length > 0
      ? [[word, ...more]]
      : [[word], ...listVariants(database, word).map((known) => [known.word])],
  )
  return toGroup(database, group.term, [...group.phrases, ...phrases])
}

function expandTerm(database: DatabaseSync, term: Term): Group {
  const [word = '', ...more] = term.words
  if (more.length > 0) return toGroup(database, term, listCompounds(database, term))
  if (term.isPrefix && word.length >= MIN_PREFIX) {
    return toGroup(database, term, [[word], ...listBeginnings(database, word).map((known) => [known.word])])
  }
  if (term.isExact) return toGroup(database, term, [[word]])
  return toGroup(database, term, [[word], ...listVariants(database, word).map((known) => [known.word])])
}

/** `e-mail` is found as `email` too. */
function listCompounds(database: DatabaseSync, term: Term): string[][] {
  const joined = term.words.join('')
  return term.isExact || findWord(database, joined) === null ? [term.words] : [term.words, [joined]]
}

function toGroup(database: DatabaseSync, term: Term, phrases: string[][]): Group {
  const distinct = [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()]
  const counts = distinct.map((phrase) => phrase.map((word) => findWord(database, word)?.stories ?? 0))
  return {
    term,
    phrases: distinct,
    postings: sum(counts.map(countEntries)),
    stories: sum(counts.map((stories) => Math.min(...stories))),
  }
}

/** FTS5 goes by the rarest word of a phrase, and compares places in each story that has them all. */
function countEntries(stories: readonly number[]): number {
  return stories.length > 1 ? Math.min(...stories) * stories.length * 3 : sum(stories)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
