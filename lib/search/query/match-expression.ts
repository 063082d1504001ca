import type { ExpandedQuery } from './expand-query.ts'

/**
 * What a reader's words are looked for in: `title`, or `all`, which names no column, as facets hold no word that a reader can
 * type and FTS5 takes longer where it has to look at the columns. `ranked` is `all` for BM25: a word as it was written counts
 * twice as much as its other forms.
 */
type Aim = 'all' | 'ranked' | 'title'

/**
 * FTS5's expression for a query: null where nothing positive is asked for. Words come from `tokenize`, so they hold neither
 * quotation marks nor anything else that FTS5 reads as syntax; they are quoted all the same.
 */
export function toExpression(query: ExpandedQuery, aim: Aim): string | null {
  const wanted = [
    ...query.groups.map(({ phrases }) => toWanted(phrases, aim)),
    ...query.narrowing.map((words) => `{facets} : (${joinPhrases(words.map((word) => [word]))})`),
  ]
  if (wanted.length === 0) return null
  const unwanted = query.without.map(({ phrases }) => `(${joinPhrases(phrases)})`)
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`
}

function toWanted(phrases: readonly string[][], aim: Aim): string {
  switch (aim) {
    case 'all':
      return `(${joinPhrases(phrases)})`
    case 'ranked':
      return `(${joinPhrases(phrases.length > 1 ? [...phrases.slice(0, 1), ...phrases] : phrases)})`
    case 'title':
      return `{title} : (${joinPhrases(phrases)})`
  }
}

/** FTS5's expression for any of some words. */
export function toAnyExpression(words: readonly string[]): string {
  return joinPhrases(words.map((word) => [word]))
}

function joinPhrases(phrases: readonly (readonly string[])[]): string {
  return phrases.map((phrase) => `"${phrase.join(' ')}"`).join(' OR ')
}
