import { isPaired, isSegmented, isSingleCharacter, tokenize } from '../words/tokenize.ts'
import { type Span, toSpan } from './parse-dates.ts'

/**
 * What must be found: words in a row, as they were written from `start` to `end` of the query's text.
 *
 * - `isExact`: written in quotation marks, so no variants are tried.
 * - `isPrefix`: a beginning (`harb*`).
 */
export type Term = { words: string[]; isExact: boolean; isPrefix: boolean; start: number; end: number }

/** A reader's query. `text` is what was read of it: bounded, in normal form C, without control characters. */
export type Query = {
  text: string
  terms: Term[]
  without: Term[]
  sections: string[]
  authors: string[]
  tags: string[]
  span: Span
}

/** UTF-16 units of a query that are read. */
export const MAX_QUERY = 300
const MAX_TERMS = 12
const MAX_WORDS_IN_TERM = 24

const OPENING = '"“”„«»「『'
const CLOSING = '"“”„«»」』'

/** A part of a query: after `-`, after `key:`, and in quotation marks or not. */
type Part = { isNegated: boolean; key: string | null; value: string; isQuoted: boolean; start: number }

/**
 * Reads what a reader typed: words, `"phrases"`, `-without`, `section:`, `author:`, `tag:`, `from:` and `to:` (a year, a
 * month or a day). Whatever it cannot read is words, or nothing: it never throws.
 *
 * @param timeZone in which days begin, an IANA name
 */
export function parseQuery(written: string, timeZone: string): Query {
  const text = toReadable(written)
  const query: Query = {
    text,
    terms: [],
    without: [],
    sections: [],
    authors: [],
    tags: [],
    span: { from: null, to: null },
  }
  for (const part of listParts(text)) addPart(query, part, timeZone)
  return query
}

/** Whether a query asks for anything. */
export function isEmpty({ terms, sections, authors, tags, span }: Query): boolean {
  const parts = terms.length + sections.length + authors.length + tags.length
  return parts === 0 && span.from === null && span.to === null
}

function toReadable(written: string): string {
  const cut = written
    .slice(0, MAX_QUERY * 4)
    .toWellFormed()
    .normalize('NFC')
  return cut
    .replace(/[\p{Cc}\p{Co}\ufffd\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_QUERY)
    .toWellFormed()
}

function* listParts(text: string): Generator<Part> {
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at += 1
      continue
    }
    const isNegated = /[-−–]/.test(text.charAt(at)) && /[^\s-]/.test(text.charAt(at + 1))
    const from = isNegated ? at + 1 : at
    const key = /^(section|author|tag|from|to)[:：]/i.exec(text.slice(from, from + 8))
    const start = from + (key?.[0].length ?? 0)
    const isQuoted = start < text.length && OPENING.includes(text.charAt(start))
    const end = isQuoted ? findClosing(text, start + 1) : findEnd(text, start)
    const first = isQuoted ? start + 1 : start
    yield {
      isNegated,
      key: key?.[1]?.toLowerCase() ?? null,
      value: text.slice(first, end),
      isQuoted,
      start: first,
    }
    at = isQuoted ? end + 1 : Math.max(end, at + 1)
  }
}

function findClosing(text: string, from: number): number {
  let at = from
  while (at < text.length && !CLOSING.includes(text.charAt(at))) at += 1
  return at
}

/** Where a word ends: at a space, or where a quotation begins in the middle of it. */
function findEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ' ' && !OPENING.includes(text.charAt(at))) at += 1
  return at
}

function addPart(query: Query, part: Part, timeZone: string): void {
  switch (part.key) {
    case 'section':
      query.sections.push(part.value)
      return
    case 'author':
      query.authors.push(part.value)
      return
    case 'tag':
      query.tags.push(part.value)
      return
    case 'from':
      query.span.from = toSpan(part.value, timeZone)?.from ?? query.span.from
      return
    case 'to':
      query.span.to = toSpan(part.value, timeZone)?.to ?? query.span.to
      return
    default:
      addTerms(part.isNegated ? query.without : query.terms, part)
  }
}

/** One term of a phrase, a compound (`well-known`) or a run of characters; words split by dictionary are one each. */
function addTerms(terms: Term[], part: Part): void {
  for (const term of toTerms(part)) if (terms.length < MAX_TERMS) terms.push(term)
}

function toTerms({ value, isQuoted, start }: Part): Term[] {
  const tokens = [...tokenize(value)].slice(0, MAX_WORDS_IN_TERM)
  const isPrefix = !isQuoted && value.endsWith('*')
  const groups = !isQuoted && isSegmented(value) ? tokens.map((token) => [token]) : [tokens]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      words: dropTrailing(group.map(({ word }) => word)),
      isExact: isQuoted,
      isPrefix,
      start: start + (group[0]?.start ?? 0),
      end: start + (group.at(-1)?.end ?? 0),
    }))
}

/** The last character of a run is indexed by itself only where the run ends; the text may go on. */
function dropTrailing(words: string[]): string[] {
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  const isTrailing = isSingleCharacter(last) && before !== last && isPaired(before) && before.endsWith(last)
  return isTrailing ? words.slice(0, -1) : words
}
