import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { eventually } from './eventually.ts'
import { findFreePort } from './site-server.ts'

/** The programs of PostgreSQL are in a folder of their own on Debian. */
const FOLDER = path.dirname(
  globSync(['/usr/lib/postgresql/*/bin/initdb', '/usr/local/bin/initdb', '/usr/bin/initdb']).sort().at(-1) ??
    '',
)
const hasPostgres = path.isAbsolute(FOLDER)

/** `describe` where PostgreSQL is installed. In CI it must be. */
export function describeWithPostgres(name: string, suite: () => void): void {
  if (hasPostgres) describe(name, suite)
  else if (process.env.CI !== undefined) throw new Error('CI needs PostgreSQL: apt-get install postgresql')
  else {
    console.warn('Tests with PostgreSQL skipped: it is not installed (apt-get install postgresql).')
    describe.skip(name, suite)
  }
}

/** A PostgreSQL server of a test's own on this machine. */
export type PostgresServer = {
  /** The address of the database that is there from the start. */
  url: string
  /** The address of an empty database. */
  createDatabase: () => Promise<string>
  /** Runs SQL in a database. */
  query: (url: string, sql: string) => Promise<Record<string, unknown>[]>
  /** Ends it at once, as a crash would. */
  kill: () => Promise<void>
  start: () => Promise<void>
  close: () => Promise<void>
}

/** @param settings `name=value` of the server's own; unless given, it does not wait for the disk */
export async function startPostgres(settings: readonly string[] = ['fsync=off']): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-postgres-'))
  const port = await findFreePort()
  const user = getUser()
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const options = { ...user, cwd: folder }
  execFileSync(
    path.join(FOLDER, 'initdb'),
    ['-D', data, '-U', 'paper', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...options, stdio: 'ignore' },
  )
  let child: ChildProcess
  let databases = 0
  const toUrl = (database: string) => `postgres://paper@127.0.0.1:${port}/${database}`

  async function start(): Promise<void> {
    child = spawn(
      path.join(FOLDER, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        folder,
        ...settings.flatMap((one) => ['-c', one]),
      ],
      { ...options, stdio: 'ignore' },
    )
    await eventually(async () => void (await query(toUrl('postgres'), 'SELECT 1')))
  }

  async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = postgres(url, { max: 1, onnotice: () => {} })
    try {
      return [...(await client.unsafe(sql))]
    } finally {
      await client.end()
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  await start()
  return {
    url: toUrl('postgres'),
    createDatabase: async () => {
      databases += 1
      await query(toUrl('postgres'), `CREATE DATABASE paper_${databases}`)
      return toUrl(`paper_${databases}`)
    },
    query,
    // What the system does to all of its processes when it must; to the first alone, the others would live on for a while.
    kill: () => end('SIGQUIT'),
    start,
    close: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: it is run as its own user then. */
function getUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (option: string) => Number(spawnSync('id', [option, 'postgres']).stdout)
  return { uid: id('-u'), gid: id('-g') }
}
