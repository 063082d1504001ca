import { createFeedRoute } from '../_feeds/answer-feed.ts'

export const dynamic = 'force-static'

export const GET = createFeedRoute('json')
