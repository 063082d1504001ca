import { listLatest, listPosts, listSections } from '#lib/index/queries.ts'
import { BLOCK_CANDIDATES, planFrontPage } from './plan-front-page.ts'

/** The front page as it stands at `now`. */
export async function getFrontPage(now: Date) {
  const [newest, sections] = await Promise.all([listPosts({ kind: 'all' }, 1, now), listSections(now)])
  const blocks = await Promise.all(
    sections.map(async (section) => ({
      section,
      stories: await listLatest({ kind: 'section', slug: section.slug }, BLOCK_CANDIDATES, now),
    })),
  )
  return { newest, plan: planFrontPage(newest.posts, blocks) }
}
