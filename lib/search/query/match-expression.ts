import type { ExpandedQuery } from './expand-query.ts'

/** The fields a reader's words are looked for in. */
type Fields = 'all' | 'title'

const COLUMNS = { all: '{body title standfirst authors tags}', title: '{title}' }

/**
 * FTS5's expression for a query: null where nothing positive is asked for. Words come from `tokenize`, so they hold neither
 * quotation marks nor anything else that FTS5 reads as syntax; they are quoted all the same.
 */
export function toExpression(query: ExpandedQuery, fields: Fields): string | null {
  const wanted = [
    ...query.groups.map(({ phrases }) => `${COLUMNS[fields]} : (${joinPhrases(stressFirst(phrases))})`),
    ...query.narrowing.map((words) => `{facets} : (${joinPhrases(words.map((word) => [word]))})`),
  ]
  if (wanted.length === 0) return null
  const unwanted = query.without.map(({ phrases }) => `${COLUMNS.all} : (${joinPhrases(phrases)})`)
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`
}

/** FTS5's expression for any of some words, in the body or the title. */
export function toAnyExpression(words: readonly string[]): string {
  return `{body title} : (${joinPhrases(words.map((word) => [word]))})`
}

function joinPhrases(phrases: readonly (readonly string[])[]): string {
  return phrases.map((phrase) => `"${phrase.join(' ')}"`).join(' OR ')
}

/** A word as it was written counts twice as much as its other forms. */
function stressFirst(phrases: readonly string[][]): string[][] {
  const [first] = phrases
  return first === undefined || phrases.length === 1 ? [...phrases] : [first, ...phrases]
}
