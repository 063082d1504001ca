import { getEnv } from '#lib/config/env.ts'
import { parseSitemapPart } from '#lib/routes/sitemap-part.ts'
import { renderSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { answerStream, notFoundResponse, XML } from '../../_machines/text-response.ts'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Context = { params: Promise<{ part: string }> }

export const dynamic = 'force-static'

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const part = parseSitemapPart((await params).part)
  const context = { index: await getIndex(), siteUrl: getEnv().siteUrl, now: new Date() }
  const pieces = part === null ? null : renderSitemapPart(part, context)
  return pieces === null ? notFoundResponse() : answerStream(pieces, XML)
}
