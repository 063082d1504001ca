import { getSite } from '#lib/index/queries.ts'
import { renderManifest } from '#lib/seo/manifest.ts'
import { answerText } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return answerText(renderManifest(await getSite()), 'application/manifest+json')
}
