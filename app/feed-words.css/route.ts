import { renderFeedWords } from '#lib/feeds/render-feed-words.ts'
import { getSite } from '#lib/queries/queries.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const { language } = await getSite()
  // For plain `next start`, which would let it be kept for a year.
  return textResponse(renderFeedWords(language), 'text/css; charset=utf-8', {
    'cache-control': 'public, max-age=60',
  })
}
