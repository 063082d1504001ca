import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PostgresServer, startPostgres } from '../../__tests__/support/postgres-server.ts'
import { type RunningProgram, startHaproxy, startVarnish } from '../../__tests__/support/run-recipe.ts'
import { findFreePort, type SiteProcess, startProcess } from '../site-process.ts'

/** One of the instances. After a crash it is started again at the same port. */
export type Instance = {
  readonly url: string
  crash: () => Promise<void>
  /** Answers with the seconds until its first 200. */
  start: () => Promise<number>
  /** The same without its copy of the index, as on a new machine. */
  startAnew: () => Promise<number>
}

/** Three instances over one PostgreSQL, behind Varnish and HAProxy by the recipes of `deploy/`. */
export type Fleet = {
  readonly contentDir: string
  /** HAProxy, as readers have it, with TLS. */
  readonly front: string
  /** Varnish alone. */
  readonly cache: string
  readonly postgres: PostgresServer
  /** Empty at first. The first that is started reads the files and writes. */
  readonly instances: Instance[]
  addInstance: () => Promise<number>
  startFronts: () => Promise<void>
  restartVarnish: (whileAway: () => Promise<void>) => Promise<void>
  /** Ends all that was started. */
  close: () => Promise<void>
}

const INSTANCES = 3

export async function createFleet(): Promise<Fleet> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-fleet-bench-'))
  const contentDir = path.join(folder, 'content')
  const ports = await Promise.all(Array.from({ length: INSTANCES + 4 }, findFreePort))
  const [tls = 0, plain = 0, inner = 0, cachePort = 0, ...sites] = ports
  const running = new Map<string, RunningProgram>()
  const processes = new Map<number, SiteProcess>()
  const instances: Instance[] = []
  mkdirSync(contentDir, { recursive: true })
  // As it comes: it waits for the disk.
  const postgres = await startPostgres([])
  const databaseUrl = await postgres.createDatabase()

  async function startInstance(port: number): Promise<number> {
    const site = await startProcess(contentDir, path.join(folder, `data-${port}`), {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      PURGE_VARNISH: `http://127.0.0.1:${cachePort}`,
      SITE_URL: 'https://paper.example',
      TRUST_PROXY: '2',
    })
    processes.set(port, site)
    return site.startSeconds
  }

  function createInstance(port: number): Instance {
    return {
      url: `http://127.0.0.1:${port}`,
      crash: async () => processes.get(port)?.kill(),
      start: () => startInstance(port),
      startAnew: () => {
        rmSync(path.join(folder, `data-${port}`), { recursive: true, force: true })
        return startInstance(port)
      },
    }
  }

  async function addInstance(): Promise<number> {
    const port = sites[instances.length] ?? 0
    const seconds = await startInstance(port)
    instances.push(createInstance(port))
    return seconds
  }

  const putVarnish = async () => running.set('varnish', await startVarnish(cachePort, inner))

  return {
    contentDir,
    front: `https://127.0.0.1:${tls}`,
    cache: `http://127.0.0.1:${cachePort}`,
    postgres,
    instances,
    addInstance,
    startFronts: async () => {
      running.set('haproxy', await startHaproxy({ tls, plain, inner, varnish: cachePort, sites }))
      await putVarnish()
    },
    restartVarnish: async (whileAway) => {
      await running.get('varnish')?.stop()
      await whileAway()
      await putVarnish()
    },
    close: async () => {
      await Promise.allSettled([...running.values(), ...processes.values()].map(({ stop }) => stop()))
      await postgres.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
