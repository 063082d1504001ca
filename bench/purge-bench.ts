import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { generatePosts } from './generate-posts.ts'
import { findFreePort, readProcessorMs, type SiteProcess, startProcess } from './site-process.ts'
import { describeLatencies } from './statistics.ts'

const POSTS = Number(process.env.POSTS ?? 10_000)
const SAVES = Number(process.env.SAVES ?? 40)
const run = promisify(execFile)
const READERS = 4
const SECONDS = 5

/** An answer that readers got: when it was asked for, and the edition it shows. */
type Seen = { at: number; edition: number }

/** The site behind Varnish: from save to what readers see, what they see later, and what hits, saves and purges cost. */
export async function runBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-purge-'))
  const contentDir = path.join(folder, 'content')
  const port = await findFreePort()
  const cache = `http://127.0.0.1:${port}`
  const stops: (() => Promise<void>)[] = []
  try {
    generatePosts(contentDir, POSTS)
    save(contentDir, 0)
    const site = await startProcess(contentDir, path.join(folder, 'data'), { PURGE_VARNISH: cache })
    stops.push(site.stop)
    const varnish = spawnVarnish(folder, port, site.url)
    stops.push(async () => void varnish.kill('SIGTERM'))
    await waitUntilReady(cache)
    console.log(`${POSTS} posts of 5 kB, Varnish in front`)
    await wait(5_000)
    await reportSaves(site, cache, contentDir)
    await reportHits(varnish, cache)
    await reportPurges(varnish, cache)
  } finally {
    await Promise.allSettled(stops.map((stop) => stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reportSaves(site: SiteProcess, cache: string, contentDir: string): Promise<void> {
  const seen: Seen[] = []
  let isOver = false
  const readers = Array.from({ length: READERS }, async () => {
    while (!isOver) {
      const at = performance.now()
      seen.push({ at, edition: await readEdition(cache) })
      await wait(5)
    }
  })
  const published: number[] = []
  const [lives, latencies]: [number[], number[]] = [[], []]
  const before = site.getProcessorMs()
  for (let edition = 1; edition <= SAVES; edition += 1) {
    const started = performance.now()
    save(contentDir, edition)
    while ((await readEdition(site.url)) < edition) await wait(10)
    published[edition] = performance.now()
    lives.push(performance.now() - started)
    while ((await readEdition(cache)) < edition) await wait(2)
    latencies.push(performance.now() - started)
    await wait(1_200)
  }
  const cost = (site.getProcessorMs() - before) / SAVES
  isOver = true
  await Promise.all(readers)
  const isStale = ({ at, edition }: Seen, ms: number) => {
    const next = published[edition + 1]
    return next !== undefined && at > next + ms
  }
  console.log(`from save to the site itself:      ${describeLatencies(lives)}`)
  console.log(`from save to seen through Varnish: ${describeLatencies(latencies)}`)
  console.log(
    `stale answers begun later than 1 s after the site had it: ${seen.filter((one) => isStale(one, 1_000)).length} of ${seen.length}`,
  )
  console.log(`processor time of the site for a save, all it renders again included: ${cost.toFixed(0)} ms`)
}

async function reportHits(varnish: ChildProcess, cache: string): Promise<void> {
  await readEdition(cache)
  const worker = { pid: getWorker(varnish) }
  const before = readProcessorMs(worker)
  // Not `execFileSync`: meanwhile Varnish closes idle connections, and what does not hear of it would ask on one of them.
  const { stdout } = await run('wrk', [
    ...['-t1', '-c32', `-d${SECONDS}s`, '-H', 'Accept-Encoding: br'],
    `${cache}/posts/edition`,
  ])
  const [, rate = '0'] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  const cost = (readProcessorMs(worker) - before) / (Number(rate) * SECONDS)
  console.log(
    `hits: ${Number(rate).toFixed(0)} a second, ${(cost * 1_000).toFixed(1)} µs of Varnish's processor time each`,
  )
}

/** Each message names one tag, under which nothing is kept: what is measured is the message. */
async function reportPurges(varnish: ChildProcess, cache: string): Promise<void> {
  const worker = { pid: getWorker(varnish) }
  const before = readProcessorMs(worker)
  const started = performance.now()
  for (let number = 0; number < 2_000; number += 1)
    await (
      await fetch(cache, { method: 'PURGE', headers: { 'xkey-purge': `post:none-${number}` } })
    ).arrayBuffer()
  const seconds = (performance.now() - started) / 1_000
  const cost = (readProcessorMs(worker) - before) / 2_000
  console.log(
    `purges, one after the other: ${(2_000 / seconds).toFixed(0)} a second, ${(cost * 1_000).toFixed(0)} µs of Varnish's processor time each`,
  )
}

async function readEdition(cache: string): Promise<number> {
  const response = await fetch(`${cache}/posts/edition`)
  return Number(/Edition (\d+)/.exec(await response.text())?.[1] ?? -1)
}

function save(contentDir: string, edition: number): void {
  const text = `---\ntitle: Edition ${edition}\ndate: 2026-01-02T08:00:00Z\nsection: World\n---\n\nThe tide came in.\n`
  writeFileSync(path.join(contentDir, 'posts/edition.md'), text)
}

function spawnVarnish(folder: string, port: number, siteUrl: string): ChildProcess {
  const file = path.join(folder, 'site.vcl')
  const recipe = readFileSync('deploy/varnish/broadsheet.vcl', 'utf8')
  writeFileSync(file, recipe.replace('"3000"', `"${new URL(siteUrl).port}"`))
  return spawn(
    'varnishd',
    [
      ...['-F', '-j', 'none', '-n', path.join(folder, 'varnish'), '-a', `127.0.0.1:${port}`, '-f', file],
      ...['-s', 'malloc,256m', '-p', 'http_gzip_support=off'],
    ],
    { stdio: 'ignore' },
  )
}

const MAX_READY_MS = 60_000

async function waitUntilReady(cache: string): Promise<void> {
  const started = performance.now()
  while (!(await fetch(`${cache}/healthz`).catch(() => null))?.ok) {
    if (performance.now() - started > MAX_READY_MS) throw new Error('Varnish never answered.')
    await wait(50)
  }
}

/** The process that answers: the child of the one that looks after it. */
function getWorker({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}
