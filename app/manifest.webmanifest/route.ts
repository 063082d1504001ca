import { getSite } from '#lib/queries/queries.ts'
import { renderManifest } from '#lib/seo/manifest.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return textResponse(renderManifest(await getSite()), 'application/manifest+json')
}
