import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { generatePost, generatePosts } from '../generate-posts.ts'
import { median } from './article-row.ts'
import { fetchBytes, warm } from './fetch-bytes.ts'
import { unpin } from './pin.ts'
import { print, printRatio } from './print.ts'
import { type Server, startOurs } from './servers.ts'
import { loadUrl } from './wrk.ts'

const POSTS = Number(process.env.POSTS ?? 100_000)
const SECONDS = 10
const RENDERS = 300
const ABREAST = 8

/** What depends on the size of the archive: a first rendering, and answering while stories are published. */
export async function benchArchive(folder: string): Promise<void> {
  const contentDir = path.join(folder, 'content')
  generatePosts(contentDir, POSTS)
  const server = await startOurs(contentDir, path.join(folder, 'data-archive'))
  try {
    print('posts', String(POSTS))
    await benchPublishing(server, contentDir)
    await benchFirstRender(server)
  } finally {
    await server.stop()
  }
}

/**
 * Stories nobody asked for yet, on the server's one core as in all rows, then on all there are; over connections that
 * stay, as a proxy's do, once the code has run for some seconds.
 */
async function benchFirstRender({ url, pid }: Server): Promise<void> {
  const step = Math.max(1, Math.floor(POSTS / (RENDERS * 6)))
  const pages = Array.from({ length: RENDERS * 6 }, (_none, i) => `${url}/posts/story-${i * step}`)
  const take = () => pages.splice(0, RENDERS)
  for (const page of [...take(), ...take()]) await render(page)
  await reportFirstRenders('one core', take(), take())
  unpin(pid)
  await reportFirstRenders(`${availableParallelism()} cores`, take(), take())
}

const connections = new Agent({ keepAlive: true })

function render(page: string): Promise<Buffer> {
  return fetchBytes(page, 'br', connections)
}

async function reportFirstRenders(cores: string, one: string[], many: string[]): Promise<void> {
  const times: number[] = []
  for (const page of one) {
    const started = performance.now()
    await render(page)
    times.push(performance.now() - started)
  }
  print(`first rendering of an article, median, ${cores}`, `${median(times).toFixed(1)} ms  (≤ 15 ms)`)
  const started = performance.now()
  const work = async () => {
    for (let page = many.pop(); page !== undefined; page = many.pop()) await render(page)
  }
  await Promise.all(Array.from({ length: ABREAST }, work))
  const rate = RENDERS / ((performance.now() - started) / 1000)
  print(`first renderings, ${ABREAST} at a time, ${cores}`, `${Math.round(rate)} a second  (≥ 100)`)
}

async function benchPublishing({ url }: Server, contentDir: string): Promise<void> {
  const article = `${url}/posts/story-1`
  await warm(article, 'br')
  const load = { url: article, encoding: 'br', connections: 32, seconds: SECONDS }
  const before = await loadUrl(load)
  const stop = publish(contentDir)
  const during = await loadUrl(load)
  stop()
  const after = await loadUrl(load)
  const quiet = (before.rate + after.rate) / 2
  print('a cached article, quiet', `${Math.round(quiet)} a second`)
  print('the same, one post a second published', `${Math.round(during.rate)} a second`)
  printRatio('publishing : quiet', during.rate / quiet, '≥ 0.8')
}

function publish(contentDir: string): () => void {
  const folder = path.join(contentDir, 'posts', 'new')
  mkdirSync(folder, { recursive: true })
  let number = POSTS
  const timer = setInterval(() => {
    number += 1
    writeFileSync(path.join(folder, `new-${number}.md`), generatePost(number, new Date()))
  }, 1000)
  return () => clearInterval(timer)
}
