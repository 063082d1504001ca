import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { warm } from './fetch-bytes.ts'
import { NGINX_ENCODING, NGINX_MISSING, startNginx } from './nginx.ts'
import { print, printRatio } from './print.ts'
import { type Server, startNext, startOurs } from './servers.ts'
import { loadUrl, type Result } from './wrk.ts'

const ARTICLE = '/posts/ferry-returns'
const ROUNDS = 3
const SECONDS = 4

/** One cached article over 32 keep-alive connections: ours, `next start` and nginx in turn, several rounds. */
export async function benchArticle(folder: string): Promise<void> {
  const sample = path.resolve('content')
  const ours = await startOurs(sample, path.join(folder, 'data-ours'))
  const logged = await startOurs(sample, path.join(folder, 'data-logged'), 'json')
  const next = await startNext(sample, path.join(folder, 'data-next'))
  const bytes = await warm(ours.url + ARTICLE, 'br')
  await warm(logged.url + ARTICLE, 'br')
  const nginx = NGINX_MISSING === null ? await startNginx(folder, ours.url + ARTICLE) : null
  try {
    print('the article', `${bytes.length} bytes in brotli`)
    const rates = await runRounds({ ours, logged, next, nginx })
    report(rates)
    // What they tidy up after their load would be done on the core that is measured.
    await Promise.all([logged, nginx].map((server) => server?.stop()))
    await benchFont(ours, next)
    await next.stop()
    await benchHalfLoad(ours, median(rates.ours))
  } finally {
    await Promise.all([ours, logged, next, nginx].map((server) => server?.stop()))
    rmSync(path.join(folder, 'html'), { recursive: true, force: true })
  }
}

type Servers = { ours: Server; logged: Server; next: Server; nginx: Server | null }
type Rates = Record<keyof Servers, number[]>

async function runRounds({ ours, logged, next, nginx }: Servers): Promise<Rates> {
  const rates: Rates = { ours: [], logged: [], next: [], nginx: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    if (nginx !== null) rates.nginx.push((await load(`${nginx.url}/page.html`, NGINX_ENCODING)).rate)
    rates.ours.push((await load(ours.url + ARTICLE, 'br')).rate)
    rates.logged.push((await load(logged.url + ARTICLE, 'br')).rate)
    rates.next.push((await load(next.url + ARTICLE, 'gzip')).rate)
  }
  return rates
}

/** A file of `public/`: a first visit asks for three like it. */
async function benchFont(ours: Server, next: Server): Promise<void> {
  const [file = ''] = readdirSync('public/fonts')
  const rates: Record<'ours' | 'next', number[]> = { ours: [], next: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.ours.push((await load(`${ours.url}/fonts/${file}`, 'br')).rate)
    rates.next.push((await load(`${next.url}/fonts/${file}`, 'br')).rate)
  }
  print('a font, ours', `${Math.round(median(rates.ours))} a second`)
  print('a font, next start', `${Math.round(median(rates.next))} a second`)
  printRatio('a font, ours : next start', median(rates.ours) / median(rates.next), '≥ 10')
}

function load(url: string, encoding: string): Promise<Result> {
  return loadUrl({ url, encoding, connections: 32, seconds: SECONDS })
}

function report(rates: Rates): void {
  const ours = median(rates.ours)
  print('ours, cached, brotli', `${Math.round(ours)} a second`)
  print('the same with LOG=json', `${Math.round(median(rates.logged))} a second`)
  print('next start, gzip', `${Math.round(median(rates.next))} a second`)
  printRatio('ours : next start', ours / median(rates.next), '≥ 40')
  if (NGINX_MISSING !== null) {
    print('nginx', `skipped: ${NGINX_MISSING}`)
    return
  }
  print(`nginx, ${NGINX_ENCODING}`, `${Math.round(median(rates.nginx))} a second`)
  printRatio('ours : nginx', ours / median(rates.nginx), '≥ 0.40')
}

/** So many connections that, each pausing, half the full load comes of it. */
async function benchHalfLoad({ url }: Server, full: number): Promise<void> {
  const pauseMs = 10
  const connections = Math.round((full / 2) * (pauseMs / 1000))
  const results: Result[] = []
  while (results.length < ROUNDS) {
    results.push(
      await loadUrl({ url: url + ARTICLE, encoding: 'br', connections, seconds: SECONDS, pauseMs }),
    )
  }
  const p99s = results.map(({ p99Ms }) => p99Ms)
  const rate = Math.round(median(results.map((result) => result.rate)))
  print(
    'p99 at about half that load',
    `${median(p99s).toFixed(2)} ms at ${rate} a second, most ${Math.max(...p99s).toFixed(2)} ms  (≤ 5 ms)`,
  )
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
