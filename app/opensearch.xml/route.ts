import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { renderOpenSearch } from '#lib/search/render-open-search.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const site = await getSite()
  if (!site.search.isOn) return notFoundResponse()
  const type = 'application/opensearchdescription+xml; charset=utf-8'
  return textResponse(renderOpenSearch(site, getEnv().siteUrl), type)
}
