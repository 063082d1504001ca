import { permanentRedirect } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import type { Feed } from '#lib/feeds/feed.ts'
import { getFeed } from '#lib/feeds/get-feed.ts'
import { getLiveFeed } from '#lib/feeds/get-live-feed.ts'
import { renderAtom } from '#lib/feeds/render-atom.ts'
import { renderJsonFeed } from '#lib/feeds/render-json-feed.ts'
import { renderRss } from '#lib/feeds/render-rss.ts'
import { FEED_FORMATS, type FeedFormat } from '#lib/routes/feed-formats.ts'
import { parseFeedPath, toFeedPath } from '#lib/routes/feed-paths.ts'
import { RSL_TYPE } from '#lib/seo/rsl.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'
import { decodeSegment, parsePageNumber } from '../_routing/segments.ts'

const RENDERERS: Record<FeedFormat, (feed: Feed) => string> = {
  rss: renderRss,
  atom: renderAtom,
  json: renderJsonFeed,
}

/** The feed at a path of the public, percent-encoded: in whatever format, of whatever list. */
export async function respondWithFeed(path: string): Promise<Response> {
  const address = parseFeedPath(path)
  if (address === null) return notFoundResponse()
  const page = address.page === null ? 1 : parsePageNumber(address.page)
  if (page === null) return notFoundResponse()
  const { list, format } = address
  if (address.page === '1') permanentRedirect(toFeedPath(list, format))
  const feed = await getFeed(list, page, getEnv().siteUrl, new Date())
  return feed === null ? notFoundResponse() : feedResponse(feed, format)
}

/** The feed of a live story's updates; 404 for a story of another kind. @param segment as the path has it */
export async function respondWithLiveFeed(segment: string, format: FeedFormat): Promise<Response> {
  const slug = decodeSegment(segment)
  const feed = slug === null ? null : await getLiveFeed(slug, getEnv().siteUrl, new Date())
  return feed === null ? notFoundResponse() : feedResponse(feed, format)
}

function feedResponse(feed: Feed, format: FeedFormat): Response {
  const links = [`<${feed.selfUrls[format]}>; rel="self"`]
  if (feed.hub !== null) links.push(`<${feed.hub}>; rel="hub"`)
  if (feed.license !== null) links.push(`<${feed.license}>; rel="license"; type="${RSL_TYPE}"`)
  return textResponse(RENDERERS[format](feed), `${FEED_FORMATS[format].servedAs}; charset=utf-8`, {
    'access-control-allow-origin': '*',
    link: links.join(', '),
    ...(feed.updated === null ? {} : { 'last-modified': new Date(feed.updated).toUTCString() }),
  })
}
