import { renderFeedWords } from '#lib/feeds/render-feed-words.ts'
import { getSite } from '#lib/index/queries.ts'
import { answerText } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const { language } = await getSite()
  // For plain `next start`, which would let it be kept for a year.
  return answerText(renderFeedWords(language), 'text/css; charset=utf-8', {
    'cache-control': 'public, max-age=60',
  })
}
