import type { Index } from '#lib/index/index-state.ts'
import { countTerms, listMonthRows } from '#lib/queries/sitemap-rows.ts'
import { TERM_KINDS, type TermKind } from '#lib/routes/lists.ts'
import { type SitemapPartRef, toSitemapPartName } from '#lib/routes/sitemap-part.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'

/**
 * Addresses in one part. The protocol allows 50,000 and 50 MB; an address and a picture of 2,048 characters each, a date
 * and their tags fill 4,300 bytes, so with this many a part is within both limits whatever it holds.
 */
export const URLS_PER_PART = 10_000

/** Tags with fewer stories are no page worth finding. */
export const MIN_STORIES: Record<TermKind, number> = { section: 1, tag: 3, author: 1 }

/** `lastmod` is null where nothing says when the pages of a part changed. */
export type SitemapPart = { name: string; lastmod: string | null }

/** Every part that has something in it at `now`: stories by month, oldest first, then the lists, then the pages. */
export function listSitemapParts(index: Index, now: Date): SitemapPart[] {
  const months = listMonthRows(index, now).flatMap(({ month, total, modified }) =>
    listNames(total, (number) => ({ kind: 'posts', month, number })).map((name) => ({
      name,
      lastmod: toIsoInstant(modified),
    })),
  )
  const terms = TERM_KINDS.flatMap((kind) => listTermParts(index, kind, now))
  return [...months, ...terms, { name: toSitemapPartName({ kind: 'pages' }), lastmod: null }]
}

function listTermParts(index: Index, kind: TermKind, now: Date): SitemapPart[] {
  const { total, newest } = countTerms(index, kind, MIN_STORIES[kind], now)
  return listNames(total, (number) => ({ kind: 'terms', term: kind, number })).map((name) => ({
    name,
    lastmod: toIsoInstant(newest),
  }))
}

function listNames(total: number, toPart: (number: number) => SitemapPartRef): string[] {
  return Array.from({ length: Math.ceil(total / URLS_PER_PART) }, (_, at) =>
    toSitemapPartName(toPart(at + 1)),
  )
}
