import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { renderRobots } from '#lib/seo/robots.ts'
import { hasSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { TEXT, textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const { siteUrl } = getEnv()
  const context = { index: await getIndex(), siteUrl, now: new Date() }
  const hasNews = hasSitemapPart({ kind: 'news', number: 1 }, context)
  return textResponse(renderRobots(await getSite(), siteUrl, hasNews), TEXT)
}
