import { connect as connectHttp2 } from 'node:http2'
import { fetchRaw } from '../support/fetch-raw.ts'
import { describeWithProgram } from '../support/find-program.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import {
  makeFolder,
  type RunningProgram,
  runProgram,
  startCaddy,
  startHaproxy,
  startNginxRecipe,
  startVarnish,
} from '../support/run-recipe.ts'
import { findFreePort, setUpSite } from '../support/site-server.ts'

const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'High water' }) })
const site = setUpSite(paper, { HOST: '127.0.0.1', TRUST_PROXY: '1', LOG: 'off' })
const getSitePort = () => Number(new URL(site.url).port)

type Http2Answer = { status: number; headers: Record<string, unknown>; text: string }

/** A request by HTTP/2 over TLS, whatever the certificate says. */
function askHttp2(port: number, path: string, method = 'GET'): Promise<Http2Answer> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
    session.on('error', reject)
    const stream = session.request({ ':path': path, ':method': method, ':authority': 'paper.example' })
    let text = ''
    let headers: Record<string, unknown> = {}
    stream.on('response', (given) => {
      headers = given
    })
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    stream.on('end', () => {
      session.close()
      resolve({ status: Number(headers[':status']), headers, text })
    })
    stream.on('error', reject)
    stream.end()
  })
}

async function expectServed(tls: number, plain: number): Promise<void> {
  const page = await askHttp2(tls, '/posts/tide')
  expect(page.status).toBe(200)
  expect(page.text).toContain('High water')
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
  expect((await askHttp2(tls, '/metrics')).status).toBe(404)
  expect((await askHttp2(tls, '/posts/none')).status).toBe(404)
  const redirect = await fetchRaw(`http://127.0.0.1:${plain}/posts/tide?x=1`, {
    headers: { host: 'paper.example' },
  })
  expect([redirect.status, redirect.headers.location]).toEqual([308, 'https://paper.example/posts/tide?x=1'])
}

describeWithProgram('nginx')('nginx by deploy/nginx', () => {
  let nginx: RunningProgram
  let [tls, plain] = [0, 0]

  beforeAll(async () => {
    ;[tls, plain] = [await findFreePort(), await findFreePort()]
    nginx = await startNginxRecipe({ tls, plain, site: getSitePort() })
  })
  afterAll(() => nginx.stop())

  it('serves the site by HTTP/2, and leads there', () => expectServed(tls, plain))

  it('takes no body that the site would not', async () => {
    const response = await fetchRaw(`http://127.0.0.1:${plain}/`, {
      headers: { 'x-long': 'x'.repeat(20_000) },
    })
    expect(response.status).toBe(400)
  })
})

describeWithProgram('haproxy', 'varnish')('HAProxy and Varnish by deploy/haproxy and deploy/varnish', () => {
  const programs: RunningProgram[] = []
  let [tls, plain] = [0, 0]

  beforeAll(async () => {
    ;[tls, plain] = [await findFreePort(), await findFreePort()]
    const [inner, cache] = [await findFreePort(), await findFreePort()]
    programs.push(await startVarnish(cache, inner))
    programs.push(await startHaproxy({ tls, plain, inner, varnish: cache, sites: [getSitePort()] }))
  })
  afterAll(async () => {
    for (const { stop } of programs.reverse()) await stop()
  })

  it('serve the site by HTTP/2, and lead there', () => expectServed(tls, plain))

  it('let nobody purge from outside', async () => {
    expect((await askHttp2(tls, '/', 'PURGE')).status).toBe(405)
    expect((await askHttp2(tls, '/', 'BAN')).status).toBe(405)
  })

  it('keep pages in Varnish, and answer without it', async () => {
    await askHttp2(tls, '/posts/tide')
    expect((await askHttp2(tls, '/posts/tide')).headers['x-cache']).toBe('hit')
    await programs.shift()?.stop()
    const page = await askHttp2(tls, '/posts/tide')
    expect(page.status).toBe(200)
    expect(page.headers).not.toHaveProperty('x-cache')
  })
})

describeWithProgram('caddy')('Caddy by deploy/caddy', () => {
  it('is read as it stands', () => {
    const folder = makeFolder()
    const run = () =>
      runProgram('env', [
        ...[`XDG_DATA_HOME=${folder}`, `XDG_CONFIG_HOME=${folder}`],
        ...['caddy', 'validate', '--adapter', 'caddyfile', '--config', 'deploy/caddy/Caddyfile'],
      ])
    expect(run).not.toThrow()
  })

  it('serves the site', async () => {
    const port = await findFreePort()
    const caddy = await startCaddy(port, getSitePort())
    const ask = (path: string) => fetchRaw(`http://127.0.0.1:${port}${path}`)
    const page = await ask('/posts/tide')
    const figures = await ask('/metrics')
    await caddy.stop()
    expect(page.status).toBe(200)
    expect(page.body.toString()).toContain('High water')
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(figures.status).toBe(404)
  })
})

describeWithProgram('systemd-analyze')('the units by deploy/systemd', () => {
  it('let the service do little: an exposure of 2.0 at most', () => {
    const table = runProgram('systemd-analyze', [
      'security',
      '--offline=true',
      'deploy/systemd/broadsheet.service',
    ])
    const [, exposure] = /Overall exposure level for \S+: ([\d.]+)/.exec(table) ?? []
    expect(Number(exposure)).toBeLessThanOrEqual(2)
  })
})
