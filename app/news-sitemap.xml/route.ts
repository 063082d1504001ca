import { getEnv } from '#lib/config/env.ts'
import { renderNewsSitemap } from '#lib/feeds/render-sitemap.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { answerStream, answerText, XML } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const context = { index: await getIndex(), siteUrl: getEnv().siteUrl, now: new Date() }
  const sitemap = renderNewsSitemap(context)
  return typeof sitemap === 'string' ? answerText(sitemap, XML) : answerStream(sitemap, XML)
}
