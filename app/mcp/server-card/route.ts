import { getEnv } from '#lib/config/env.ts'
import { renderServerCard, SERVER_CARD_TYPE } from '#lib/mcp/server-card.ts'
import { getSite } from '#lib/queries/queries.ts'
import { textResponse } from '../../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return textResponse(renderServerCard(await getSite(), getEnv().siteUrl), SERVER_CARD_TYPE, {
    'access-control-allow-origin': '*',
  })
}
