import { getEnv } from '#lib/config/env.ts'
import { LLMS_STORIES, renderLlms } from '#lib/feeds/llms.ts'
import { getSite, listLatest, listPages, listSections } from '#lib/queries/queries.ts'
import { toPagePath } from '#lib/routes/paths.ts'
import { textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

/** More sections than any paper has: bounds the answer whatever the front matter says. */
const MAX_SECTIONS = 50

export async function GET(): Promise<Response> {
  const now = new Date()
  const { siteUrl } = getEnv()
  const [site, sections, pages] = await Promise.all([getSite(), listSections(now), listPages()])
  const filled = await Promise.all(
    sections.slice(0, MAX_SECTIONS).map(async (section) => ({
      section,
      stories: await listLatest({ kind: 'section', slug: section.slug }, LLMS_STORIES, now),
    })),
  )
  const links = pages
    .slice(0, MAX_SECTIONS)
    .map(({ title, slug }) => ({ title, url: siteUrl + toPagePath(slug) }))
  return textResponse(renderLlms(site, filled, links, siteUrl), 'text/markdown; charset=utf-8')
}
