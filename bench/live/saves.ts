import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SiteProcess } from '../site-process.ts'
import { startLoad } from './load.ts'

const SAVES = 40

/** Where a new story is seen besides its own page: front page, section, feed, its part of the sitemap. */
const SURFACES = ['/', '/sections/harbour', '/feed.xml', '/sitemaps/posts-2026-01.xml']

/**
 * Milliseconds from the end of a save until every surface shows the new story, once for each save. `rate` requests a second
 * for other pages run meanwhile.
 */
export async function measureSaves(site: SiteProcess, contentDir: string, rate: number): Promise<number[]> {
  const load = await startLoad(site, contentDir, rate)
  const latencies: number[] = []
  const files: string[] = []
  for (let save = 0; save < SAVES; save += 1) {
    const slug = `saved-at-${rate}-number-${save}`
    const file = path.join(contentDir, `posts/${slug}.md`)
    files.push(file)
    writeFileSync(
      file,
      `---\ntitle: Saved\ndate: 2026-01-02T08:00:${String(save).padStart(2, '0')}Z\nsection: Harbour\n---\n\nThe tide came in.\n`,
    )
    const saved = performance.now()
    await Promise.all(
      [`/posts/${slug}`, ...SURFACES].map((surface) => waitFor(site, surface, `/posts/${slug}`)),
    )
    latencies.push(performance.now() - saved)
    await wait(200)
  }
  await load.stop()
  for (const file of files) rmSync(file)
  await wait(500)
  return latencies
}

/** A story's own page names itself as canonical. */
async function waitFor({ url }: SiteProcess, surface: string, mark: string): Promise<void> {
  for (;;) {
    const response = await fetch(url + surface)
    const text = await response.text()
    if (response.status === 200 && text.includes(mark)) return
    await wait(5)
  }
}
