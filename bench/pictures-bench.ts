import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PictureCache } from '#lib/media/picture-cache.ts'
import { benchEqualQuality } from './pictures/equal-quality.ts'
import { measureRate } from './pictures/request-rate.ts'
import { type SiteProcess, startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const DERIVATIONS = 100

/** What a picture weighs, how fast it is served, and what deriving costs the pages. */
export async function runBench(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  await benchEqualQuality()
  await benchDisk(path.join(dataDir, 'disk'))
  const site = await startProcess(path.resolve('content'), dataDir)
  try {
    await benchServing(site)
    await benchDeriving(site)
  } finally {
    await site.stop()
    rmSync(dataDir, { recursive: true })
  }
}

async function benchServing({ url }: SiteProcess): Promise<void> {
  const [ours = ''] = (await listOutputs(url)).filter((address) => address.endsWith('/800.avif'))
  const own = await measureWarm(url + ours)
  const next = await measureWarm(`${url}/_next/image?url=%2Fmedia%2Fchain-ferry.jpg&w=828&q=75`)
  console.log(
    `A cached derivative: ${own.toFixed(0)} requests/s; Next's optimizer cache: ${next.toFixed(0)}/s; ${(own / next).toFixed(1)} times`,
  )
}

/** The first run is the compiler's. */
async function measureWarm(url: string): Promise<number> {
  await measureRate(url)
  return measureRate(url)
}

async function benchDeriving(site: SiteProcess): Promise<void> {
  const outputs = (await listOutputs(site.url)).slice(0, DERIVATIONS)
  const idle = site.getMegabytes()
  const started = performance.now()
  const state = { isDone: false }
  const work = Promise.all(
    outputs.map(async (address) => (await fetch(site.url + address)).arrayBuffer()),
  ).then(() => {
    state.isDone = true
  })
  const latencies: number[] = []
  let most = idle
  while (!state.isDone) {
    const asked = performance.now()
    await (await fetch(`${site.url}/posts/ferry-returns`)).arrayBuffer()
    latencies.push(performance.now() - asked)
    most = Math.max(most, site.getMegabytes())
    await wait(5)
  }
  await work
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `Pages during ${outputs.length} derivations at once (${seconds} s): ${describeLatencies(latencies)}; memory ${(most - idle).toFixed(0)} MB above idle`,
  )
}

/** Addresses of derived pictures, as pages print them, each once. */
async function listOutputs(url: string): Promise<string[]> {
  const pages = [
    '/posts/ferry-returns',
    '/',
    '/posts/gallery-month',
    '/sections/harbour',
    '/sections/culture',
  ]
  const found = new Set<string>()
  for (const page of pages) {
    const html = await (await fetch(url + page)).text()
    for (const [address] of html.matchAll(/\/media\/p\/[0-9a-f]{20}\/[0-9a-z-]+\.avif/g)) found.add(address)
  }
  return [...found]
}

async function benchDisk(folder: string): Promise<void> {
  const limit = 10_000_000
  const cache = new PictureCache(folder, limit)
  let most = 0
  for (let place = 0; place < 1_000; place += 1) {
    await cache.put(`picture-${place}`, Buffer.alloc(20_000 + ((place * 7919) % 200_000)))
    most = Math.max(most, countBytes(folder))
  }
  console.log(`The disk cache of ${limit} bytes held at most ${most} while 1,000 files went through it`)
}

function countBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
}
