import { getSite, listSections } from '#lib/queries/queries.ts'
import { renderManifest } from '#lib/seo/manifest.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const [site, sections] = await Promise.all([getSite(), listSections(new Date())])
  return textResponse(renderManifest(site, sections), 'application/manifest+json')
}
