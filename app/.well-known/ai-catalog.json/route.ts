import { getEnv } from '#lib/config/env.ts'
import { AI_CATALOG_TYPE, renderAiCatalog } from '#lib/mcp/server-card.ts'
import { getSite } from '#lib/queries/queries.ts'
import { textResponse } from '../../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return textResponse(renderAiCatalog(await getSite(), getEnv().siteUrl), AI_CATALOG_TYPE, {
    'access-control-allow-origin': '*',
  })
}
