import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { ensureBuild } from '../server/next/build.ts'
import { generatePosts } from './generate-posts.ts'
import { addUpdate, type Blog, createBlog, saveBlog } from './live-blog/blog.ts'
import { measurePolls } from './live-blog/polls.ts'
import { measureSaves } from './live-blog/saves.ts'
import { fetchBytes } from './serve/fetch-bytes.ts'
import { PINNING, repin, unpin } from './serve/pin.ts'
import { print } from './serve/print.ts'
import { type Server, startOurs } from './serve/servers.ts'
import { loadUrl, requireWrk } from './serve/wrk.ts'
import { describeLatencies } from './statistics.ts'

const POSTS = Number(process.env.POSTS ?? 1_000)
const MANY = 1_000
/** Live stories whose first page is rendered for the first time. */
const FRESH = 20
/** How long open pages ask. */
const SECONDS = 20

/** A live story while it is written: from save to open pages, open pages that ask, and a thousand updates. */
export async function runBench(): Promise<void> {
  requireWrk()
  await ensureBuild()
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-live-blog-'))
  const contentDir = path.join(folder, 'content')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    generatePosts(contentDir, POSTS)
    const blog = createBlog(contentDir, 'night', 100, 1)
    const long = createBlog(contentDir, 'thousand', MANY, 2_000)
    for (let number = 0; number < FRESH; number += 1)
      createBlog(contentDir, `fresh-${number}`, MANY, 10_000 + number * 2_000)
    print('polls', PINNING)
    print('all else', 'both cores for the server')
    const server = await startOurs(contentDir, path.join(folder, 'data'))
    try {
      await report(server, blog, long)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function report({ url, pid }: Server, blog: Blog, long: Blog): Promise<void> {
  unpin(pid)
  await reportFirst(url, pid)
  await reportSize(url)
  const saves = { surface: '/posts/night/updates.json', count: 40, pauseMs: 250, seed: 500 }
  print('save → fragment', `${describeLatencies(await measureSaves(url, blog, saves))}  (p95 ≤ 300 ms)`)
  const thousand = { surface: '/posts/thousand', count: 20, pauseMs: 500, seed: 4_000 }
  await reportAfterSave(url, long)
  print(
    `save of ${MANY} updates → page`,
    `${describeLatencies(await measureSaves(url, long, thousand))}  (≤ 500 ms)`,
  )
  repin(pid)
  await reportPolls(url, pid, blog)
}

/** Open pages that ask as fast as one core of load can, and beside them what a page from the store costs. */
async function reportPolls(url: string, pid: number, blog: Blog): Promise<void> {
  const before = readCpuSeconds(pid)
  const full = await measurePolls(url, blog, { connections: 32, seconds: SECONDS, pauseMs: 0, seed: 600 })
  print(
    'polls while a save happens every 5 s',
    `${Math.round(full.rate)} a second, p99 ${full.p99Ms.toFixed(2)} ms, failed ${full.failures}  (≥ 40,000, p99 ≤ 10 ms)`,
  )
  const poll = ((readCpuSeconds(pid) - before) * 1e6) / (full.rate * SECONDS)
  const page = { url: `${url}/posts/fresh-0`, encoding: 'br', connections: 32, seconds: SECONDS / 4 }
  await fetchBytes(page.url, 'br')
  const middle = readCpuSeconds(pid)
  const { rate } = await loadUrl(page)
  const other = ((readCpuSeconds(pid) - middle) * 1e6) / (rate * page.seconds)
  print(
    'processor time for a poll',
    `${poll.toFixed(1)} µs, saves included; for a cached page ${other.toFixed(1)} µs (${Math.round(rate)} a second)`,
  )
}

/** Processor time of a process and its threads, as the kernel counts it: a hundredth of a second is its unit. */
function readCpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The first page of stories that nobody has asked for. */
async function reportFirst(url: string, pid: number): Promise<void> {
  await fetchBytes(`${url}/posts/night`, 'br')
  const latencies: number[] = []
  const before = readCpuSeconds(pid)
  for (let number = 0; number < FRESH; number += 1) {
    await wait(200)
    const asked = performance.now()
    await fetchBytes(`${url}/posts/fresh-${number}`, 'br')
    latencies.push(performance.now() - asked)
  }
  print(`first rendering, ${MANY} updates`, `${describeLatencies(latencies)}  (≤ 25 ms)`)
  const cpuMs = ((readCpuSeconds(pid) - before) * 1_000) / latencies.length
  print('processor time for one', `${cpuMs.toFixed(0)} ms on all threads, every update of it rendered`)
}

/** The first page after a save, which made one update new: what its first reader waits for. */
async function reportAfterSave(url: string, long: Blog): Promise<void> {
  const latencies: number[] = []
  for (let save = 0; save < FRESH; save += 1) {
    const id = addUpdate(long, 6_000 + save)
    saveBlog(long)
    while (!(await (await fetch(`${url}/posts/thousand/updates.json`)).text()).includes(id)) await wait(5)
    const asked = performance.now()
    await fetchBytes(`${url}/posts/thousand`, 'br')
    latencies.push(performance.now() - asked)
  }
  print('first rendering after a save', `${describeLatencies(latencies)}  (≤ 25 ms)`)
}

async function reportSize(url: string): Promise<void> {
  const [page, fragment] = await Promise.all(
    ['/posts/thousand', '/posts/thousand/updates.json'].map((name) => fetchBytes(url + name, 'identity')),
  )
  const html = page?.toString() ?? ''
  const scripts = [...html.matchAll(/<script data-keep="">(.*?)<\/script>/gs)].map((match) => match[1] ?? '')
  const own = scripts.find((text) => text.includes('live-pinned')) ?? ''
  print('page', `${html.length} characters, brotli ${toBrotli(html)} with styles  (≤ 60 kB, ≤ 14 kB)`)
  print('fragment', `${fragment?.length} bytes, brotli ${toBrotli(fragment?.toString() ?? '')}`)
  print('script', `brotli ${toBrotli(own)}  (≤ 1.5 kB)`)
}

function toBrotli(text: string): number {
  return brotliCompressSync(text).length
}
