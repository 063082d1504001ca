import { getEnv } from '#lib/config/env.ts'
import { renderSitemapIndex } from '#lib/feeds/render-sitemap.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { answerText, XML } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const context = { index: await getIndex(), siteUrl: getEnv().siteUrl, now: new Date() }
  return answerText(renderSitemapIndex(context), XML)
}
