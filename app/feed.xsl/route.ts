import { renderFeedXsl } from '#lib/feeds/render-feed-xsl.ts'
import { getSite } from '#lib/index/queries.ts'
import { answerText, XML } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return answerText(renderFeedXsl((await getSite()).language), XML)
}
