import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/index/queries.ts'
import { renderOpenSearch } from '#lib/search/render-open-search.ts'
import { answerText } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const type = 'application/opensearchdescription+xml; charset=utf-8'
  return answerText(renderOpenSearch(await getSite(), getEnv().siteUrl), type)
}
