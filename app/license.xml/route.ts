import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { RSL_TYPE, renderRsl } from '#lib/seo/rsl.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

/** The terms of use for machines. */
export async function GET(): Promise<Response> {
  const rsl = renderRsl(await getSite(), getEnv().siteUrl)
  return rsl === null ? notFoundResponse() : textResponse(rsl, `${RSL_TYPE}; charset=utf-8`)
}
