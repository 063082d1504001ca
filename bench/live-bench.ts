import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generatePosts } from './generate-posts.ts'
import { measureCheckout } from './live/checkout.ts'
import { measureCrawl } from './live/crawl.ts'
import { measureSaves } from './live/saves.ts'
import { type SiteProcess, startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const POSTS = Number(process.env.POSTS ?? 100_000)
const FEW_POSTS = 100

/** What an editor and a reader feel at 100,000 stories: from save to served, checkouts, starts, builds, memory. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-live-'))
  const contentDir = path.join(folder, 'content')
  const dataDir = path.join(folder, 'data')
  try {
    generatePosts(contentDir, POSTS)
    console.log(`${POSTS} posts of 5 kB`)
    console.log(`first index from nothing: ${runIndexOnce(folder)}`)
    reportBuilds(folder)
    await (await startProcess(contentDir, dataDir)).stop()
    const site = await startProcess(contentDir, dataDir)
    console.log(`start with nothing changed, to the first 200: ${site.startSeconds.toFixed(2)} s`)
    await reportSite(site, contentDir)
    await site.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reportSite(site: SiteProcess, contentDir: string): Promise<void> {
  console.log(
    'from save to served, quiet:         ',
    describeLatencies(await measureSaves(site, contentDir, 0)),
  )
  console.log(
    'from save to served, 200 requests/s:',
    describeLatencies(await measureSaves(site, contentDir, 200)),
  )
  const checkout = await measureCheckout(site, contentDir, 5_000)
  console.log(
    `5,000 files changed: consistent after ${checkout.seconds.toFixed(1)} s; requests meanwhile ${describeLatencies(checkout.latencies)}, failed ${checkout.failed}`,
  )
  for (const round of ['first', 'second']) {
    const { pages, failed } = await measureCrawl(site, contentDir, 20_000)
    console.log(
      `${round} crawl of ${pages} pages: ${site.getMegabytes().toFixed(0)} MB resident, failed ${failed}`,
    )
  }
}

/** The whole `next build` in a process of its own, with few stories and with all of them, each with its index made first. */
function reportBuilds(folder: string): void {
  generatePosts(path.join(folder, 'few/content'), FEW_POSTS)
  const few = timeBuild(path.join(folder, 'few'))
  const many = timeBuild(folder)
  console.log(
    `next build: ${few.toFixed(1)} s at ${FEW_POSTS} posts, ${many.toFixed(1)} s at ${POSTS}: ${(many / few).toFixed(2)} ×`,
  )
}

/** Brings the index up with the files in a process of its own; gives its seconds and peak megabytes as JSON. */
function runIndexOnce(folder: string): string {
  return spawnSync(process.execPath, ['bench/index-once.ts', 'sync', folder], {
    encoding: 'utf8',
  }).stdout.trim()
}

function timeBuild(folder: string): number {
  runIndexOnce(folder)
  const started = performance.now()
  const { status } = spawnSync('next', ['build'], {
    env: { ...process.env, CONTENT_DIR: path.join(folder, 'content'), DATA_DIR: path.join(folder, 'data') },
  })
  if (status !== 0) throw new Error('The build failed.')
  return (performance.now() - started) / 1000
}
