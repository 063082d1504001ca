import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { renderOpenSearch } from '#lib/search/render-open-search.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const type = 'application/opensearchdescription+xml; charset=utf-8'
  return textResponse(renderOpenSearch(await getSite(), getEnv().siteUrl), type)
}
