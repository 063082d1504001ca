import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Paper } from './paper.ts'
import { openTestDatabase } from './test-database.ts'

/** The production server as `npm start` runs it, on a free port of this machine. */
export type SiteServer = {
  url: string
  /** A request that follows no redirect. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** What it printed so far. */
  output: () => string
  process: ChildProcess
  stop: () => Promise<void>
}

const DEADLINE_MS = 150_000

/** A site over `paper` for the tests of this file; both are gone when they have ended. */
export function setUpSite(
  paper: Pick<Paper, 'contentDir' | 'dataDir' | 'close'>,
  env: Record<string, string> = {},
): Pick<SiteServer, 'url' | 'get'> {
  let site: SiteServer

  beforeAll(async () => {
    site = await startSite(paper, env)
  })

  afterAll(async () => {
    await site.stop()
    paper.close()
  })

  return {
    get url() {
      return site.url
    },
    get: (path, headers) => site.get(path, headers),
  }
}

export async function startSite(
  { contentDir, dataDir }: Pick<Paper, 'contentDir' | 'dataDir'>,
  env: Record<string, string> = {},
  { maxFiles = 0 } = {},
): Promise<SiteServer> {
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const database = await openTestDatabase(dataDir)
  const { child, output } = spawnStart(
    { CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: String(port), ...database, ...env },
    { maxFiles },
  )
  await waitUntilHealthy(url, child, output)
  return {
    url,
    get: (path, headers = {}) => fetch(url + path, { redirect: 'manual', headers }),
    output,
    process: child,
    stop: () => stop(child),
  }
}

/**
 * Runs `server/start.js` with a test's settings and gathers what it prints.
 *
 * @param maxFiles how many files it may have open; 0 for as many as this process
 */
export function spawnStart(
  env: Record<string, string>,
  { maxFiles = 0 } = {},
): { child: ChildProcess; output: () => string } {
  const limit = maxFiles === 0 ? [] : ['sh', '-c', `ulimit -n ${maxFiles} && exec "$@"`, 'sh']
  const [command = '', ...args] = [...limit, process.execPath, 'server/start.js']
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  return { child, output: () => text }
}

export async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function waitUntilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const started = Date.now(); Date.now() - started < DEADLINE_MS; await wait(50)) {
    if (child.exitCode !== null) break
    const response = await fetch(`${url}/healthz`).catch(() => null)
    if (response?.status === 200) return
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${output()}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
