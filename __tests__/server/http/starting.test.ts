import { get, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createHttpServer } from '../../../server/http/http-server.ts'
import { createStarting, type Starting } from '../../../server/http/starting.ts'
import type { SiteHandler } from '../../../server/site-handler.ts'
import { listen } from '../../support/fake-site.ts'

const OPEN: SiteHandler = {
  handle: (request, response) => void response.end(`open: ${request.method} ${request.url}`),
  answerSimple: () => false,
}

let server: Server
let starting: Starting
let url: string

async function start(mayWait: boolean): Promise<void> {
  starting = createStarting({ mayWait, maxWaiting: 5 })
  server = createHttpServer((request, response) => starting.handler.handle(request, response))
  url = await listen(server)
}

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

it('says 503 at once on a first start', async () => {
  await start(false)
  const response = await fetch(`${url}/posts/a`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await response.json()).toEqual({ status: 'starting', faults: [] })
})

it('lets requests wait after a restart, and answers each when the site is open', async () => {
  await start(true)
  const answers = Promise.all(['/posts/a', '/posts/b'].map(async (path) => (await fetch(url + path)).text()))
  await wait(100)
  starting.end(OPEN)
  expect(await answers).toEqual(['open: GET /posts/a', 'open: GET /posts/b'])
})

it.each(['/healthz', '/healthz?x'])(
  'tells a load balancer at %s at once that it is not ready',
  async (path) => {
    await start(true)
    expect((await fetch(url + path)).status).toBe(503)
  },
)

it('lets no more wait than it can remember, and forgets who has left', async () => {
  await start(true)
  const waiting = Array.from({ length: 5 }, () => get(`${url}/posts/a`).on('error', () => {}))
  const ask = async () => (await fetch(`${url}/posts/b`, { signal: AbortSignal.timeout(500) })).status
  while ((await ask().catch(() => 0)) !== 503) await wait(20)
  for (const request of waiting) request.destroy()
  while ((await ask().catch(() => 0)) !== 0) await wait(20)
  starting.end(OPEN)
})
