import { createFeedRoute } from '../../../../../_feeds/feed-response.ts'

export const dynamic = 'force-static'

export function generateStaticParams(): [] {
  return []
}

export const GET = createFeedRoute('json')
