import { getEnv } from '#lib/config/env.ts'
import { toSearchFeed } from '#lib/feeds/get-feed.ts'
import { renderRss } from '#lib/feeds/render-rss.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite } from '#lib/queries/queries.ts'
import { searchStories } from '#lib/queries/search/search-stories.ts'
import { FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { parseAsked, toSearchPath } from '#lib/search/asked.ts'
import { notFoundResponse, textResponse } from '../../_machines/text-response.ts'

/** The newest stories of a search. Only what fits it as it was typed: a feed must not change its subject. */
export async function GET(request: Request): Promise<Response> {
  const params = parseAsked(Object.fromEntries(new URL(request.url).searchParams))
  const asked = { ...params, page: 1, sort: 'newest' as const }
  const now = new Date()
  const site = await getSite()
  if (!site.search.isOn) return notFoundResponse()
  const result = await searchStories(asked, now)
  const isExact = result.corrected === null && !result.isLoose
  const found = {
    title: asked.q === '' ? getLabels(site.language).search : getLabels(site.language).hitsFor(asked.q),
    path: toSearchPath(asked),
    posts: isExact ? result.hits.map(({ summary }) => summary) : [],
  }
  const feed = await toSearchFeed(found, getEnv().siteUrl, now)
  return textResponse(renderRss(feed), `${FEED_FORMATS.rss.servedAs}; charset=utf-8`, {
    'x-robots-tag': 'noindex',
  })
}
