import { permanentRedirect } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { FEED_TYPES, type Feed, type FeedFormat } from '#lib/feeds/feed.ts'
import { type FeedList, toFeedPath } from '#lib/feeds/feed-paths.ts'
import { getFeed } from '#lib/feeds/get-feed.ts'
import { renderAtom } from '#lib/feeds/render-atom.ts'
import { renderJsonFeed } from '#lib/feeds/render-json-feed.ts'
import { renderRss } from '#lib/feeds/render-rss.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'
import { decodeSegment, parsePageNumber } from '../_routing/segments.ts'

/** Parts of a feed's URL as typed: which list, and which of its pages; the site's own feed has no list. */
type Params = Partial<Record<'section' | 'tag' | 'author' | 'page', string>>
type Context = { params: Promise<Params | undefined> }

const RENDERERS: Record<FeedFormat, (feed: Feed) => string> = {
  rss: renderRss,
  atom: renderAtom,
  json: renderJsonFeed,
}

/** The GET of a feed in one format, wherever below the site it lies. */
export function createFeedRoute(format: FeedFormat) {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    const { page: segment, ...names } = (await params) ?? {}
    const list = toList(names)
    const page = segment === undefined ? 1 : parsePageNumber(segment)
    if (list === null || page === null) return notFoundResponse()
    if (segment === '1') permanentRedirect(toFeedPath(list, format))
    const feed = await getFeed(list, page, getEnv().siteUrl, new Date())
    return feed === null ? notFoundResponse() : feedResponse(feed, format)
  }
}

function feedResponse(feed: Feed, format: FeedFormat): Response {
  const links = [`<${feed.selfUrls[format]}>; rel="self"`]
  if (feed.hub !== null) links.push(`<${feed.hub}>; rel="hub"`)
  return textResponse(RENDERERS[format](feed), `${FEED_TYPES[format].servedAs}; charset=utf-8`, {
    link: links.join(', '),
    ...(feed.updated === null ? {} : { 'last-modified': new Date(feed.updated).toUTCString() }),
  })
}

function toList(names: Omit<Params, 'page'>): FeedList | null {
  for (const kind of ['section', 'tag', 'author'] as const) {
    const segment = names[kind]
    const slug = segment === undefined ? undefined : decodeSegment(segment)
    if (slug === null) return null
    if (slug !== undefined) return { kind, slug }
  }
  return { kind: 'all' }
}
