import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { FEED_TYPES, type FeedFormat } from './feed.ts'

/** Lists that have feeds. */
export type FeedList = Extract<ListRef, { kind: 'all' | 'section' | 'tag' | 'author' }>

/** `/feed.xml`, `/sections/news/atom.xml`; older stories below the list's further pages: `/page/2/feed.xml`. */
export function toFeedPath(list: FeedList, format: FeedFormat, page = 1): string {
  const root = toListPath(list, page)
  return `${root === '/' ? '' : root}/${FEED_TYPES[format].name}`
}

/** The address of a feed in each format. */
export function toFeedUrls(list: FeedList, page: number, siteUrl: string): Record<FeedFormat, string> {
  const toUrl = (format: FeedFormat) => siteUrl + toFeedPath(list, format, page)
  return { rss: toUrl('rss'), atom: toUrl('atom'), json: toUrl('json') }
}
