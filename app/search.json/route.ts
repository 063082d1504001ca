import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { searchStories } from '#lib/queries/search/search-stories.ts'
import { parseAsked } from '#lib/search/asked.ts'
import { renderSearchJson } from '#lib/search/render-search-json.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'

export async function GET(request: Request): Promise<Response> {
  if (!(await getSite()).search.isOn) return notFoundResponse()
  const asked = parseAsked(Object.fromEntries(new URL(request.url).searchParams))
  const result = await searchStories(asked, new Date())
  const headers = { 'x-robots-tag': 'noindex' }
  return textResponse(
    renderSearchJson(asked, result, getEnv().siteUrl),
    'application/json; charset=utf-8',
    headers,
  )
}
