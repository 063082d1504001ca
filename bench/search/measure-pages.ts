import { rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadUrl } from '../serve/wrk.ts'
import type { SiteProcess } from '../site-process.ts'
import { getMedian } from '../statistics.ts'

/** A reader has an address of its own for so many searches: a client's rate is limited. */
const SEARCHES_EACH = 20

const POLL_MS = 5
const SAVES = 20

/** Milliseconds from the request for each search's page to its last byte, one after the other. Each is rendered anew. */
export async function measurePages(site: SiteProcess, queries: readonly string[]): Promise<number[]> {
  const latencies: number[] = []
  for (const [at, query] of queries.entries()) {
    const start = performance.now()
    const { status } = await fetchFrom(toReader(at), `${site.url}/search?q=${encodeURIComponent(query)}`)
    latencies.push(performance.now() - start)
    if (status !== 200) throw new Error(`${status} for ${query}`)
  }
  return latencies
}

/** Milliseconds from a story's save until a search finds it, and from its removal until none does. */
export async function measureFound(site: SiteProcess, contentDir: string) {
  const found: number[] = []
  const gone: number[] = []
  for (let save = 0; save < SAVES; save += 1) {
    const word = `quillfjord${String.fromCharCode(97 + save)}`
    const file = path.join(contentDir, `posts/${word}.md`)
    writeFileSync(file, `---\ntitle: Saved\ndate: 2026-01-02T08:00:00Z\n---\n\nThe ${word} came in.\n`)
    found.push(await waitUntil(site, word, save, (text) => text.includes(`/posts/${word}`)))
    rmSync(file)
    gone.push(await waitUntil(site, word, save, (text) => !text.includes(`/posts/${word}`)))
  }
  return { found, gone }
}

/** How much of the rate of a cached article is left while `perSecond` searches a second are asked: medians of three each. */
export async function measureBeside(
  site: SiteProcess,
  article: string,
  queries: readonly string[],
  perSecond: number,
) {
  const alone: number[] = []
  const beside: number[] = []
  for (let round = 0; round < 3; round += 1) {
    alone.push(await loadArticle(site, article))
    const stop = new AbortController()
    const searching = searchSteadily(site, queries, { perSecond, from: round * 1_000, stop: stop.signal })
    beside.push(await loadArticle(site, article))
    stop.abort()
    await searching
  }
  return { alone: getMedian(alone), beside: getMedian(beside) }
}

async function loadArticle(site: SiteProcess, article: string): Promise<number> {
  const { rate } = await loadUrl({ url: site.url + article, encoding: 'br', connections: 32, seconds: 5 })
  return rate
}

async function searchSteadily(
  site: SiteProcess,
  queries: readonly string[],
  { perSecond, from, stop }: { perSecond: number; from: number; stop: AbortSignal },
): Promise<void> {
  const asked: Promise<unknown>[] = []
  for (let at = from; !stop.aborted; at += 1) {
    const query = encodeURIComponent(queries[at % queries.length] ?? '')
    // `n` makes each another page: none is kept from before.
    asked.push(
      fetchFrom(
        toReader(at),
        `${site.url}/search?q=${query}&page=1&from=19${String(at % 90).padStart(2, '0')}`,
      ),
    )
    await wait(1_000 / perSecond)
  }
  await Promise.all(asked)
}

async function waitUntil(
  site: SiteProcess,
  word: string,
  save: number,
  isDone: (text: string) => boolean,
): Promise<number> {
  const start = performance.now()
  for (let poll = 0; ; poll += 1) {
    const { text } = await fetchFrom(
      toReader(save * 10_000 + poll * SEARCHES_EACH),
      `${site.url}/search?q=${word}`,
    )
    if (isDone(text)) return performance.now() - start
    await wait(POLL_MS)
  }
}

/** An address of this machine. */
function toReader(at: number): string {
  const reader = Math.floor(at / SEARCHES_EACH)
  return `127.1.${Math.floor(reader / 250) % 250}.${(reader % 250) + 1}`
}

function fetchFrom(localAddress: string, url: string): Promise<{ status: number; text: string }> {
  const target = new URL(url)
  target.hostname = '127.0.0.1'
  return new Promise((resolve, reject) => {
    get(target, { localAddress }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
    }).on('error', reject)
  })
}
