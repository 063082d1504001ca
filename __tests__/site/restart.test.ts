import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { describeWithProgram } from '../support/find-program.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import {
  type RunningProgram,
  startCaddy,
  startHaproxy,
  startNginxRecipe,
  startVarnish,
} from '../support/run-recipe.ts'
import { findFreePort, spawnStart } from '../support/site-server.ts'
import { askOnce, startLoad } from '../support/steady-load.ts'

const files = { 'posts/tide.md': toPostText({ title: 'High water' }) }
const papers = [createPaper(files), createPaper(files)]
/** A page, and a file that needs no rendering. */
const paths = ['/posts/tide', '/feed.css']
const stops: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

afterAll(() => {
  for (const paper of papers) paper.close()
})

function toEnv(paper: (typeof papers)[number] | undefined, port: number): Record<string, string> {
  return {
    ...{ CONTENT_DIR: paper?.contentDir ?? '', DATA_DIR: paper?.dataDir ?? '', PORT: String(port) },
    ...{ HOST: '127.0.0.1', LOG: 'off' },
  }
}

async function waitUntilReady(port: number): Promise<void> {
  await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200))
}

/** A site that is stopped, and another one started in its place when it has ended. */
async function startRestartable(
  paper: (typeof papers)[number] | undefined,
  port: number,
  more: Record<string, string> = {},
): Promise<{ restart: () => Promise<void> }> {
  const start = () => spawnStart({ ...toEnv(paper, port), ...more }).child
  let child = start()
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  stops.push(stop)
  await waitUntilReady(port)
  return {
    restart: async () => {
      await stop()
      child = start()
      await waitUntilReady(port)
    },
  }
}

async function keep(starting: Promise<RunningProgram>): Promise<void> {
  const { stop } = await starting
  stops.push(stop)
}

/** Readers ask all the while; nobody may be left without an answer. */
async function expectNoLoss(origin: string, restart: () => Promise<void>): Promise<void> {
  for (const path of paths) await askOnce(origin + path)
  const load = startLoad(origin, paths)
  await wait(500)
  await restart()
  await wait(500)
  const { answered, failures } = await load.stop()
  expect(failures).toEqual([])
  expect(answered).toBeGreaterThan(30)
}

describeWithProgram('nginx')('one site behind nginx, its socket kept by systemd', () => {
  it('loses no request when it is restarted', async () => {
    const [port, tls, plain] = [await findFreePort(), await findFreePort(), await findFreePort()]
    // Stands in for systemd, which hands the socket of broadsheet.socket to each start of broadsheet.service.
    const holder = spawn(
      '/usr/bin/python3',
      ['__tests__/support/hold-socket.py', String(port), process.execPath, 'server/start.js'],
      {
        env: { ...process.env, NODE_ENV: 'production', ...toEnv(papers[0], 0) },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let starts: number[] = []
    holder.stdout.on('data', (chunk: Buffer) => {
      // What the site prints comes the same way.
      const ids = chunk
        .toString()
        .split('\n')
        .filter((line) => /^\d+$/.test(line))
      starts = [...starts, ...ids.map(Number)]
    })
    stops.push(async () => {
      const ended = new Promise((resolve) => holder.once('exit', resolve))
      holder.kill('SIGTERM')
      await ended
    })
    await waitUntilReady(port)
    await keep(startNginxRecipe({ tls, plain, site: port }))
    await expectNoLoss(`https://127.0.0.1:${tls}`, async () => {
      process.kill(starts[0] ?? 0, 'SIGTERM')
      await eventually(() => expect(starts).toHaveLength(2))
      await waitUntilReady(port)
    })
  })
})

describeWithProgram('caddy')('one site behind Caddy', () => {
  it('loses no request when it is restarted', async () => {
    const [port, front] = [await findFreePort(), await findFreePort()]
    const { restart } = await startRestartable(papers[0], port)
    await keep(startCaddy(front, port))
    await expectNoLoss(`http://127.0.0.1:${front}`, restart)
  })
})

describeWithProgram('haproxy', 'varnish')('a fleet behind HAProxy and Varnish', () => {
  it('loses no request when its instances are restarted in turn', async () => {
    const [one, two, tls, plain, inner, cache] = await Promise.all(Array.from({ length: 6 }, findFreePort))
    if (!one || !two || !tls || !plain || !inner || !cache) throw new Error('No free ports')
    const purge = { PURGE_VARNISH: `http://127.0.0.1:${cache}` }
    const sites = [
      await startRestartable(papers[0], one, purge),
      await startRestartable(papers[1], two, purge),
    ]
    await keep(startVarnish(cache, inner))
    await keep(startHaproxy({ tls, plain, inner, varnish: cache, sites: [one, two] }))
    await expectNoLoss(`https://127.0.0.1:${tls}`, async () => {
      for (const { restart } of sites) await restart()
    })
  })
})

describeWithProgram('haproxy')('one site behind HAProxy', () => {
  it('loses no request when it is restarted', async () => {
    const [one, tls, plain, inner, nothing] = await Promise.all(Array.from({ length: 5 }, findFreePort))
    if (!one || !tls || !plain || !inner || !nothing) throw new Error('No free ports')
    const { restart } = await startRestartable(papers[0], one)
    await keep(startHaproxy({ tls, plain, inner, varnish: nothing, sites: [one] }))
    await expectNoLoss(`https://127.0.0.1:${tls}`, restart)
  })
})
