import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generatePosts } from './generate-posts.ts'
import { type SiteProcess, startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const agent = new Agent({ keepAlive: true })

const POSTS = Number(process.env.POSTS ?? 100_000)

/** Sitemaps and feeds of a large archive: how soon their first byte comes, uncached and cached, and what memory they take. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  const contentDir = path.join(folder, 'content')
  const dataDir = path.join(folder, 'data')
  try {
    generatePosts(contentDir, POSTS)
    console.log(`${POSTS} posts of 5 kB`)
    const site = await startProcess(contentDir, dataDir)
    await measureSitemaps(site)
    await measureCachedPart(site)
    agent.destroy()
    await site.stop()
    console.log(describeFeed(contentDir, dataDir))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureSitemaps(site: SiteProcess): Promise<void> {
  const idle = await settle(site)
  const feed = await read(site, '/feed.xml')
  console.log(`/feed.xml, first asked for     ${feed.ms.toFixed(1)} ms, the server standing for 3 s`)
  const index = await read(site, '/sitemap.xml')
  const parts = [...index.text.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, part = '']) => part)
  const uncached: number[] = []
  const cached: number[] = []
  let bytes = 0
  for (const part of parts) {
    const first = await read(site, part)
    uncached.push(first.ms)
    bytes += first.text.length
    cached.push((await read(site, part)).ms)
  }
  const after = await settle(site)
  console.log(`sitemap.xml, uncached          ${index.ms.toFixed(1)} ms for ${parts.length} parts`)
  console.log(`a part, first byte, uncached   ${describeLatencies(uncached)}`)
  console.log(`a part, first byte, cached     ${describeLatencies(cached)}`)
  console.log(
    `memory: idle ${idle.toFixed(0)} MB, after all ${(bytes / 2 ** 20).toFixed(0)} MB of parts ${after.toFixed(0)} MB`,
  )
}

/** One part again and again, while the best compression takes the quick one's place, and after. */
async function measureCachedPart(site: SiteProcess): Promise<void> {
  const index = await read(site, '/sitemap.xml')
  const [part = ''] = [...index.text.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, path]) => path)
  const cached: number[] = []
  for (let time = 0; time < 200; time += 1) cached.push(await waitForFirstByte(site.url + part))
  console.log(`one part again, cached         ${describeLatencies(cached)}`)
}

/** Nothing is kept of what follows: taking it apart would pause this process, and pass for the server's own time. */
function waitForFirstByte(url: string): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'Accept-Encoding': 'br' } }, (response) => {
      const ms = performance.now() - started
      response.resume().once('end', () => resolve(ms))
    })
    request.once('error', reject)
  })
}

async function read({ url }: SiteProcess, part: string): Promise<{ ms: number; text: string }> {
  const started = performance.now()
  const response = await fetch(url + part)
  const ms = performance.now() - started
  return { ms, text: await response.text() }
}

/** Resident memory once the process has rested for a moment. */
async function settle(site: SiteProcess): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  return site.getMegabytes()
}

function describeFeed(contentDir: string, dataDir: string): string {
  const script = path.join(import.meta.dirname, 'feed-once.ts')
  const { stdout, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, CONTENT_DIR: contentDir, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  const { cold, warm, bytes } = JSON.parse(stdout)
  const size = `${(bytes / 1024).toFixed(0)} kB`
  return `/feed.xml, 50 full stories     ${warm.toFixed(1)} ms (${size}); the first after a start ${cold.toFixed(0)} ms`
}
