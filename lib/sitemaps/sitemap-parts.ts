import type { Index } from '#lib/index/index-state.ts'
import { countTerms, listMonthRows } from '#lib/queries/sitemap-rows.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'

/**
 * Addresses in one part. The protocol allows 50,000 and 50 MB; an address and a picture of 2,048 characters each, a date
 * and their tags fill 4,300 bytes, so with this many a part is within both limits whatever it holds.
 */
export const URLS_PER_PART = 10_000

/** Tags with fewer stories are no page worth finding. */
export const MIN_STORIES = { section: 1, tag: 3, author: 1 } as const

export type TermKind = keyof typeof MIN_STORIES

/**
 * What a part holds. Stories are parted by the month of their publication: a new story changes the newest part, an old
 * one only its own, and a part's cache tag is its month's.
 */
export type PartRef =
  | { kind: 'posts'; month: string; number: number }
  | { kind: 'terms'; term: TermKind; number: number }
  | { kind: 'news'; number: number }
  | { kind: 'pages' }

/** `lastmod` is null where nothing says when the pages of a part changed. */
export type SitemapPart = { name: string; lastmod: string | null }

/** Every part that has something in it at `now`: stories by month, oldest first, then the lists, then the pages. */
export function listSitemapParts(index: Index, now: Date): SitemapPart[] {
  const months = listMonthRows(index, now).flatMap(({ month, total, modified }) =>
    listNames(`posts-${month}`, total).map((name) => ({ name, lastmod: toIsoInstant(modified) })),
  )
  const terms = (['section', 'tag', 'author'] as const).flatMap((kind) => listTermParts(index, kind, now))
  return [...months, ...terms, { name: 'pages.xml', lastmod: null }]
}

/** `posts-2026-11.xml`, `posts-2026-11-2.xml`, `tags.xml` … → what is in it; null for no part of ours. */
export function parseSitemapPart(name: string): PartRef | null {
  if (name === 'pages.xml') return { kind: 'pages' }
  const news = /^news-([1-9]\d{0,3})\.xml$/.exec(name)
  if (news !== null) return { kind: 'news', number: Number(news[1]) }
  const [, month, term, numbered] =
    /^(?:posts-(\d{4}-\d{2})|(section|tag|author)s)(?:-([1-9]\d{0,5}))?\.xml$/.exec(name) ?? []
  const number = Number(numbered ?? 1)
  if (numbered === '1') return null
  if (month !== undefined) return { kind: 'posts', month, number }
  return isTermKind(term) ? { kind: 'terms', term, number } : null
}

function listTermParts(index: Index, kind: TermKind, now: Date): SitemapPart[] {
  const { total, newest } = countTerms(index, kind, MIN_STORIES[kind], now)
  return listNames(`${kind}s`, total).map((name) => ({ name, lastmod: toIsoInstant(newest) }))
}

function listNames(stem: string, total: number): string[] {
  return Array.from({ length: Math.ceil(total / URLS_PER_PART) }, (_, at) =>
    at === 0 ? `${stem}.xml` : `${stem}-${at + 1}.xml`,
  )
}

function isTermKind(kind: string | undefined): kind is TermKind {
  return kind !== undefined && Object.hasOwn(MIN_STORIES, kind)
}
