import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/queries/queries.ts'
import { renderRobots } from '#lib/seo/robots.ts'
import { TEXT, textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return textResponse(renderRobots(await getSite(), getEnv().siteUrl), TEXT)
}
