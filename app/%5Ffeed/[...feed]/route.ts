import { respondWithFeed } from '../../_feeds/feed-response.ts'

export { prerenderNone as generateStaticParams } from '../../_routing/prerender-none.ts'

type Context = { params: Promise<{ feed: string[] }> }

export const dynamic = 'force-static'

/** Every feed: the router leads here from its own path. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respondWithFeed(`/${(await params).feed.join('/')}`)
}
