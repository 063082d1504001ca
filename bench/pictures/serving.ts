import { readFileSync } from 'node:fs'
import path from 'node:path'
import { spawnServer } from '../serve/pin.ts'
import { findFreePort, type Server, startNext, startOurs, waitFor } from '../serve/servers.ts'
import { loadUrl, requireWrk } from '../serve/wrk.ts'
import { listOutputs } from './list-outputs.ts'

const ROUNDS = 6
const SECONDS = 3
const NEXT_PATH = '/_next/image?url=%2Fmedia%2Fchain-ferry.jpg&w=828&q=75'

/** Linux counts processor time in hundredths of a second. */
const TICK_MICROSECONDS = 10_000

type Row = { server: Server; path: string; rate: number; microseconds: number }

/**
 * One picture at one width, as one browser would have it (AVIF of us, WebP of Next as it comes), from memory or cache:
 * ours, Next's optimizer under `next start`, and a server that does nothing but send our bytes. In turn, several rounds;
 * the best of each counts: requests a second, and processor time for each, which a busy machine disturbs less.
 */
export async function benchServing(folder: string): Promise<void> {
  requireWrk()
  const content = path.resolve('content')
  const ours = await startOurs(content, path.join(folder, 'ours'))
  const next = await startNext(content, path.join(folder, 'next'))
  const picture = (await listOutputs(ours.url)).find((address) => address.endsWith('/800.avif')) ?? ''
  const bare = await startBare(ours.url, picture)
  const rows = {
    ours: createRow(ours, picture),
    next: createRow(next, NEXT_PATH),
    bare: createRow(bare, picture),
  }
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const row of Object.values(rows)) await measure(row, round === 0)
    }
    report(rows)
  } finally {
    await Promise.all([ours, next, bare].map((server) => server.stop()))
  }
}

async function startBare(origin: string, address: string): Promise<Server> {
  const port = String(await findFreePort())
  const env = { ORIGIN: origin, PATH_TO_COPY: address, PORT: port }
  const child = spawnServer(process.execPath, ['bench/pictures/bare-server.ts'], env)
  return waitFor(child, `http://127.0.0.1:${port}`, '/')
}

function createRow(server: Server, path: string): Row {
  return { server, path, rate: 0, microseconds: Number.POSITIVE_INFINITY }
}

/** The first round is the compiler's. */
async function measure(row: Row, isWarmUp: boolean): Promise<void> {
  const before = readTicks(row.server.pid)
  const { rate, failures } = await loadUrl({
    url: row.server.url + row.path,
    encoding: 'identity',
    accept: 'image/avif,image/webp',
    connections: 16,
    seconds: SECONDS,
  })
  if (failures > 0) throw new Error(`${failures} requests for ${row.path} failed.`)
  const spent = ((readTicks(row.server.pid) - before) * TICK_MICROSECONDS) / (rate * SECONDS)
  if (isWarmUp) return
  row.rate = Math.max(row.rate, rate)
  row.microseconds = Math.min(row.microseconds, spent)
}

/** Processor time of a process, its own and the kernel's for it. */
function readTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

function report({ ours, next, bare }: Record<'ours' | 'next' | 'bare', Row>): void {
  const describe = ({ rate, microseconds }: Row) => `${rate.toFixed(0)}/s, ${microseconds.toFixed(1)} µs each`
  console.log(
    `A cached derivative: ${describe(ours)}; Next's optimizer cache: ${describe(next)}: ` +
      `${(ours.rate / next.rate).toFixed(1)} times by rate, ${(next.microseconds / ours.microseconds).toFixed(1)} by processor time; ` +
      `a bare node:http server with our bytes: ${describe(bare)}`,
  )
}
