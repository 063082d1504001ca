import { renderFeedXsl } from '#lib/feeds/render-feed-xsl.ts'
import { getSite } from '#lib/queries/queries.ts'
import { textResponse, XML } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return textResponse(renderFeedXsl((await getSite()).language), XML)
}
