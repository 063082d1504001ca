import { respondWithLiveFeed } from '../../../_feeds/feed-response.ts'

export { prerenderNone as generateStaticParams } from '../../../_routing/prerender-none.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-static'

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respondWithLiveFeed((await params).slug, 'json')
}
