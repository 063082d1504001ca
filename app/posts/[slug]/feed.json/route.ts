import { respondWithLiveFeed } from '../../../_feeds/feed-response.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-static'

export function generateStaticParams(): { slug: string }[] {
  return []
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respondWithLiveFeed((await params).slug, 'json')
}
