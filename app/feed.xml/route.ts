import { createFeedRoute } from '../_feeds/feed-response.ts'

export const dynamic = 'force-static'

export const GET = createFeedRoute('rss')
