import { createFeedRoute } from '../../../../../_feeds/answer-feed.ts'

export const dynamic = 'force-static'

export function generateStaticParams(): [] {
  return []
}

export const GET = createFeedRoute('rss')
