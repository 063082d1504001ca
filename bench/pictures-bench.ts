import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PictureCache } from '#lib/pictures/derive/picture-cache.ts'
import { benchEqualQuality } from './pictures/equal-quality.ts'
import { listOutputs } from './pictures/list-outputs.ts'
import { benchServing } from './pictures/serving.ts'
import { type SiteProcess, startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const DERIVATIONS = 100

const ROWS = { quality: benchEqualQuality, disk: benchDisk, serving: benchServing, deriving: benchDeriving }

/** What a picture weighs, how fast it is served, and what deriving costs the pages. `ROWS=quality,disk` runs some. */
export async function runBench(): Promise<void> {
  const wanted = process.env.ROWS?.split(',') ?? Object.keys(ROWS)
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    for (const [name, bench] of Object.entries(ROWS)) {
      if (wanted.includes(name)) await bench(path.join(folder, name))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchDeriving(dataDir: string): Promise<void> {
  const site = await startProcess(path.resolve('content'), dataDir)
  try {
    await watchPages(site)
  } finally {
    await site.stop()
  }
}

async function watchPages(site: SiteProcess): Promise<void> {
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
