import { getEnv } from '#lib/config/env.ts'
import { getSite } from '#lib/index/queries.ts'
import { renderRobots } from '#lib/seo/robots.ts'
import { answerText, TEXT } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return answerText(renderRobots(await getSite(), getEnv().siteUrl), TEXT)
}
