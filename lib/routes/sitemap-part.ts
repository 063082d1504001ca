import { isTermKind, type TermKind } from './lists.ts'

/**
 * What a part of the sitemap holds. Stories are parted by the month of their publication: a new story changes the newest
 * part, an old one only its own, and a part's cache tag is its month's.
 */
export type SitemapPartRef =
  | { kind: 'posts'; month: string; number: number }
  | { kind: 'terms'; term: TermKind; number: number }
  | { kind: 'news'; number: number }
  | { kind: 'pages' }

/** `posts-2026-11.xml`, `posts-2026-11-2.xml`, `tags.xml` … → what is in it; null for no part of ours. */
export function parseSitemapPart(name: string): SitemapPartRef | null {
  if (name === 'pages.xml') return { kind: 'pages' }
  const news = /^news-([1-9]\d{0,3})\.xml$/.exec(name)
  if (news !== null) return { kind: 'news', number: Number(news[1]) }
  const [, month, term = '', numbered] =
    /^(?:posts-(\d{4}-\d{2})|(section|tag|author)s)(?:-([1-9]\d{0,5}))?\.xml$/.exec(name) ?? []
  const number = Number(numbered ?? 1)
  if (numbered === '1') return null
  if (month !== undefined) return { kind: 'posts', month, number }
  return isTermKind(term) ? { kind: 'terms', term, number } : null
}

/** The name of a part; the first has no number. */
export function toSitemapPartName(part: SitemapPartRef): string {
  switch (part.kind) {
    case 'pages':
      return 'pages.xml'
    case 'news':
      return `news-${part.number}.xml`
    case 'posts':
      return `posts-${part.month}${toNumber(part.number)}.xml`
    case 'terms':
      return `${part.term}s${toNumber(part.number)}.xml`
  }
}

function toNumber(number: number): string {
  return number === 1 ? '' : `-${number}`
}
