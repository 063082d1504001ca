import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SiteProcess } from '../site-process.ts'
import { startLoad } from './load.ts'

const SAVES = 40

/** Where a story is seen: its own page, the front page, its section, the feed, the newest part of the sitemap. */
const SURFACES = ['/posts/saved-now', '/', '/sections/harbour', '/feed.xml']

/**
 * Milliseconds from the end of a save until every surface shows it, once for each save. `rate` requests a second for other
 * pages run meanwhile.
 */
export async function measureSaves(site: SiteProcess, contentDir: string, rate: number): Promise<number[]> {
  const file = path.join(contentDir, 'posts/saved-now.md')
  const load = startLoad(site, contentDir, rate)
  const latencies: number[] = []
  for (let save = 0; save < SAVES; save += 1) {
    const mark = `Saved ${rate} ${save} times`
    writeFileSync(
      file,
      `---\ntitle: ${mark}\ndate: 2026-01-02T08:00:00Z\nsection: Harbour\n---\n\nThe tide came in.\n`,
    )
    const saved = performance.now()
    await Promise.all(SURFACES.map((surface) => waitFor(site, surface, mark)))
    latencies.push(performance.now() - saved)
    await wait(200)
  }
  await load.stop()
  rmSync(file)
  await wait(500)
  return latencies
}

async function waitFor({ url }: SiteProcess, surface: string, mark: string): Promise<void> {
  for (;;) {
    const response = await fetch(url + surface)
    if ((await response.text()).includes(mark)) return
    await wait(5)
  }
}
