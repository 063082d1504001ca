import { getEnv } from '#lib/config/env.ts'
import { renderNewsSitemap } from '#lib/sitemaps/render-sitemap.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { answerStream, notFoundResponse, textResponse, XML } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const context = { index: await getIndex(), siteUrl: getEnv().siteUrl, now: new Date() }
  const sitemap = renderNewsSitemap(context)
  if (sitemap === null) return notFoundResponse()
  return typeof sitemap === 'string' ? textResponse(sitemap, XML) : answerStream(sitemap, XML)
}
