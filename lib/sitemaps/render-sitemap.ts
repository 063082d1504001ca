import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Index } from '#lib/index/index-state.ts'
import {
  countNews,
  iterateMonth,
  iterateNews,
  iterateTerms,
  listPageSlugs,
} from '#lib/queries/sitemap-rows.ts'
import { toPagePath, toPath } from '#lib/routes/paths.ts'
import { listSitemapPaths } from '#lib/routes/route-properties.ts'
import { type SitemapPartRef, toSitemapPartName } from '#lib/routes/sitemap-part.ts'
import { renderXml, XML_DECLARATION, type XmlNode } from '#lib/text/xml.ts'
import { listSitemapParts, MIN_STORIES, URLS_PER_PART } from './sitemap-parts.ts'
import { toNewsUrl, toStoryUrl, toTermUrl } from './sitemap-urls.ts'

/** Google's limit for a news sitemap. */
const NEWS_PER_PART = 1_000

/** Readers are answered between two batches of so many addresses. */
const BATCH = 500

const NAMESPACES = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
  'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
].join(' ')

/** The paper a sitemap is of, where it stands, and when it is asked for. */
export type SitemapContext = { index: Index; siteUrl: string; now: Date }

/** `/sitemap.xml`: every part there is, the news first. */
export function renderSitemapIndex({ index, siteUrl, now }: SitemapContext): string {
  const parts = listSitemapParts(index, now).map(({ name, lastmod }) => ({
    loc: siteUrl + toPath('sitemapPart', name),
    ...(lastmod === null ? {} : { lastmod }),
  }))
  return renderIndex(parts)
}

/**
 * `/news-sitemap.xml`: the last 48 hours, or where that is more than one file may hold, an index of the files. Null
 * without any news: the schema allows no empty one, and Search Console refuses it.
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function renderNewsSitemap(context: SitemapContext): AsyncGenerator<string> | string | null {
  const total = countNews(context.index, context.now)
  if (total <= NEWS_PER_PART) return renderSitemapPart({ kind: 'news', number: 1 }, context)
  const files = Array.from({ length: Math.ceil(total / NEWS_PER_PART) }, (_, at) => ({
    loc: context.siteUrl + toPath('sitemapPart', toSitemapPartName({ kind: 'news', number: at + 1 })),
  }))
  return renderIndex(files)
}

/** One part, in pieces, never more than a batch of it in memory. Null when there is nothing in it. */
export function renderSitemapPart(
  part: SitemapPartRef,
  context: SitemapContext,
): AsyncGenerator<string> | null {
  const urls = listUrls(part, context)
  const first = urls.next()
  return first.done ? null : renderUrls(prepend(first.value, urls))
}

/** Whether there is anything in a part: its first row is looked for, and nothing is rendered. */
export function hasSitemapPart(part: SitemapPartRef, context: SitemapContext): boolean {
  const urls = listUrls(part, context)
  const { done } = urls.next()
  urls.return(undefined)
  return done !== true
}

function renderIndex(parts: XmlNode[]): string {
  const sitemaps = parts.map((part) => `${renderXml({ sitemap: part })}\n`)
  return `${XML_DECLARATION}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${sitemaps.join('')}</sitemapindex>\n`
}

async function* renderUrls(urls: Iterable<XmlNode>): AsyncGenerator<string> {
  let batch = [`${XML_DECLARATION}<urlset ${NAMESPACES}>\n`]
  for (const url of urls) {
    batch.push(`${renderXml({ url })}\n`)
    if (batch.length < BATCH) continue
    yield batch.join('')
    batch = []
    await yieldToOthers()
  }
  yield `${batch.join('')}</urlset>\n`
}

function* listUrls(part: SitemapPartRef, { index, siteUrl, now }: SitemapContext): Generator<XmlNode> {
  switch (part.kind) {
    case 'posts':
      for (const row of iterateMonth(index, part.month, toRange(part.number, URLS_PER_PART), now)) {
        const url = toStoryUrl(row, index, siteUrl)
        if (url !== null) yield url
      }
      return
    case 'news':
      for (const row of iterateNews(index, toRange(part.number, NEWS_PER_PART), now)) {
        const url = toNewsUrl(row, index.site.name, siteUrl)
        if (url !== null) yield url
      }
      return
    case 'terms': {
      const range = { least: MIN_STORIES[part.term], ...toRange(part.number, URLS_PER_PART) }
      for (const row of iterateTerms(index, part.term, range, now)) yield toTermUrl(part.term, row, siteUrl)
      return
    }
    case 'pages':
      for (const path of new Set([...listSitemapPaths(), ...listPageSlugs(index).map(toPagePath)]))
        yield { loc: siteUrl + path }
  }
}

function toRange(number: number, size: number): { offset: number; limit: number } {
  return { offset: (number - 1) * size, limit: size }
}

function* prepend(first: XmlNode, rest: Iterable<XmlNode>): Generator<XmlNode> {
  yield first
  yield* rest
}
