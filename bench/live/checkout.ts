import { appendFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SiteProcess } from '../site-process.ts'
import { startLoad } from './load.ts'

/** Adds a sentence to `count` stories at once, as a checkout would, and waits until the last of them shows it. */
export async function measureCheckout(site: SiteProcess, contentDir: string, count: number) {
  const posts = path.join(contentDir, 'posts')
  const files = readdirSync(posts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .slice(0, count)
  const load = await startLoad(site, contentDir, 100)
  const started = performance.now()
  for (const file of files) appendFileSync(path.join(posts, file), '\n\nChecked out just now.\n')
  for (const file of files.filter((_file, at) => at % 500 === 0 || at === files.length - 1)) {
    await waitFor(`${site.url}/posts/${path.basename(file, '.md')}`)
  }
  const seconds = (performance.now() - started) / 1000
  await wait(1_000)
  return { seconds, failed: await load.stop(), latencies: load.latencies }
}

async function waitFor(url: string): Promise<void> {
  while (!(await (await fetch(url)).text()).includes('Checked out just now.')) await wait(20)
}
