import { getEnv } from '#lib/config/env.ts'
import { type OpmlFeed, renderOpml } from '#lib/feeds/render-opml.ts'
import { getSite, listSections } from '#lib/queries/queries.ts'
import { type FeedList, toFeedPath } from '#lib/routes/feed-paths.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const { siteUrl } = getEnv()
  const [site, sections] = await Promise.all([getSite(), listSections(new Date())])
  const toFeed = (list: FeedList, title: string): OpmlFeed => ({
    title,
    homeUrl: new URL(toListPath(list), siteUrl).href,
    feedUrl: siteUrl + toFeedPath(list, 'rss'),
  })
  const feeds = [
    toFeed({ kind: 'all' }, site.name),
    ...sections.map(({ slug, name }) => toFeed({ kind: 'section', slug }, `${name} — ${site.name}`)),
  ]
  return textResponse(renderOpml(site.name, feeds), 'text/x-opml; charset=utf-8', {
    'access-control-allow-origin': '*',
  })
}
