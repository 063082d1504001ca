import { getEnv } from '#lib/config/env.ts'
import { getFeed } from '#lib/feeds/get-feed.ts'
import { PARTNERS, renderPartnerFeed } from '#lib/feeds/render-partner-feed.ts'
import { getSite } from '#lib/queries/queries.ts'
import { notFoundResponse, textResponse, XML } from '../../_machines/text-response.ts'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Context = { params: Promise<{ profile: string }> }

export const dynamic = 'force-static'

/** `/feeds/smartnews.xml` …: whole stories for the partners site.yaml names, whatever other feeds give. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { profile } = await params
  const partner = PARTNERS.find((name) => `${name}.xml` === profile)
  const site = await getSite()
  if (partner === undefined || !site.feeds.partners.includes(partner)) return notFoundResponse()
  const feed = await getFeed({ kind: 'all' }, 1, getEnv().siteUrl, new Date(), 'full')
  return feed === null ? notFoundResponse() : textResponse(renderPartnerFeed(feed, partner), XML)
}
