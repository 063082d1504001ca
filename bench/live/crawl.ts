import type { SiteProcess } from '../site-process.ts'
import { listPaths } from './paths.ts'

const AT_ONCE = 4

/** Asks for `count` different pages, a few at a time. */
export async function measureCrawl({ url }: SiteProcess, contentDir: string, count: number) {
  const paths = listPaths(contentDir, count)
  let next = 0
  let failed = 0
  const crawl = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const response = await fetch(url + path)
      await response.arrayBuffer()
      if (response.status !== 200) failed += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, crawl))
  return { pages: paths.length, failed }
}
