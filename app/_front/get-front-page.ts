import type { Site } from '#lib/config/site.ts'
import { listBreaking } from '#lib/queries/list-breaking.ts'
import { getSite, listLatest, listPosts, listSections } from '#lib/queries/queries.ts'
import { addUpdates } from './add-updates.ts'
import { BLOCK_CANDIDATES, planFrontPage } from './plan-front-page.ts'

/** The front page as it stands at `now`. */
export async function getFrontPage(now: Date) {
  const [site, newest, sections, stories] = await Promise.all([
    getSite(),
    listPosts({ kind: 'all' }, 1, now),
    listSections(now),
    listBreaking(now),
  ])
  const [posts, ...blocks] = await Promise.all([
    addUpdates(newest.posts, now),
    ...sections.map(async (section) => {
      const latest = await listLatest({ kind: 'section', slug: section.slug }, BLOCK_CANDIDATES, now)
      return { section, stories: await addUpdates(latest, now) }
    }),
  ])
  const breaking = { stories, line: getStandingLine(site, now) }
  return { newest, breaking, plan: planFrontPage(posts, blocks) }
}

/** The breaking-news line of site.yaml, until its time is up. */
function getStandingLine({ breaking }: Pick<Site, 'breaking'>, now: Date) {
  return breaking !== undefined && Date.parse(breaking.until) > now.getTime() ? breaking : null
}
