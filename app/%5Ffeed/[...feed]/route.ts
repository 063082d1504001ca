import { respondWithFeed } from '../../_feeds/feed-response.ts'

type Context = { params: Promise<{ feed: string[] }> }

export const dynamic = 'force-static'

export function generateStaticParams(): { feed: string[] }[] {
  return []
}

/** Every feed: the router leads here from its own path. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respondWithFeed(`/${(await params).feed.join('/')}`)
}
