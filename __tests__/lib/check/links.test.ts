import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkLinks, type LinkOptions } from '#lib/check/links/check-links.ts'
import { LinkMemory } from '#lib/check/links/link-memory.ts'
import { listLinks } from '#lib/check/links/list-links.ts'

const DAY_MS = 86_400_000
const start = new Date('2026-11-01T00:00:00Z')
const statuses: Record<string, number> = {
  '/ok': 200,
  '/gone': 404,
  '/limit': 429,
  '/forbidden': 403,
  '/broken': 500,
  '/private/x': 200,
}

const asked: string[] = []
let open = 0
let most = 0
const server = createServer((request, response) => {
  const { method = '', url = '' } = request
  asked.push(`${method} ${url}`)
  most = Math.max(most, ++open)
  setTimeout(() => {
    open -= 1
    if (url === '/robots.txt') response.end('User-agent: *\nDisallow: /private/\n')
    else if (url === '/moved') response.writeHead(301, { location: '/ok' }).end()
    else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (url === '/headless') response.writeHead(method === 'HEAD' ? 404 : 200).end('text')
    else response.writeHead(statuses[url] ?? 404).end()
  }, 5)
})
let origin = ''
let dataDir = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  origin = `http://127.0.0.1:${address.port}`
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-links-'))
  asked.length = 0
  most = 0
})
afterEach(() => rmSync(dataDir, { recursive: true }))

async function check(paths: string[], days: number, options: Partial<LinkOptions> = {}) {
  const memory = new LinkMemory(dataDir)
  const links = paths.map((url) => ({ url: url.startsWith('/') ? origin + url : url, files: ['posts/a.md'] }))
  const checked = await checkLinks(links, {
    memory,
    rules: { allowHosts: [], allowLoopback: true },
    now: new Date(start.getTime() + days * DAY_MS),
    pauseMs: 0,
    freshDays: 30,
    onProgress: () => {},
    ...options,
  })
  memory.close()
  return checked.map(({ verdict, reason }) => [verdict, reason])
}

it.each([
  ['/ok', 'alive', ''],
  ['/moved', 'alive', ''],
  ['/headless', 'alive', ''],
  ['/gone', 'failing', 'the server answered 404'],
  ['/broken', 'failing', 'the server answered 500'],
  ['/loop', 'failing', 'it is redirected more than 5 times'],
  ['/limit', 'unknown', 'the server answered 429'],
  ['/forbidden', 'unknown', 'the server answered 403'],
  ['/private/x', 'unknown', 'robots.txt asks programs to stay away'],
  ['http://nobody.invalid/', 'failing', 'nobody.invalid cannot be found'],
])('says of %s: %s', async (url, verdict, reason) => {
  expect(await check([url], 0)).toEqual([[verdict, reason]])
})

it('asks with HEAD, and with GET only where that fails', async () => {
  await check(['/ok', '/gone'], 0)
  expect(asked).toEqual(['GET /robots.txt', 'HEAD /ok', 'HEAD /gone', 'GET /gone'])
})

it('asks one host one question at a time', async () => {
  await check(['/ok', '/gone', '/moved', '/broken', '/limit'], 0)
  expect(most).toBe(1)
})

it('calls dead what fails twice, a week apart, and not before', async () => {
  expect(await check(['/gone'], 0)).toEqual([['failing', 'the server answered 404']])
  expect(await check(['/gone'], 6)).toEqual([['failing', 'the server answered 404']])
  expect(await check(['/gone'], 7)).toEqual([['dead', 'the server answered 404']])
})

it('begins anew when it answered between', async () => {
  await check(['/gone'], 0)
  statuses['/gone'] = 200
  await check(['/gone'], 3)
  statuses['/gone'] = 404
  expect(await check(['/gone'], 40)).toEqual([['failing', 'the server answered 404']])
})

it('does not ask again for a month what answered', async () => {
  await check(['/ok'], 0)
  asked.length = 0
  expect(await check(['/ok'], 29)).toEqual([['alive', '']])
  expect(asked).toEqual([])
  await check(['/ok'], 31)
  expect(asked).toContain('HEAD /ok')
})

it('never asks this machine or its network', async () => {
  const rules = { allowHosts: [], allowLoopback: false }
  expect(await check(['/ok'], 0, { rules })).toEqual([['failing', '127.0.0.1 is not on the public internet']])
  expect(asked).toEqual([])
})

it('lists the links of a rendered text to other sites, each once', () => {
  const html =
    '<p><a href="https://e.example/a?b&amp;c#d">x</a> <a href="https://e.example/a?b&amp;c">y</a> <a href="/own">z</a> <a href="https://paper.example/posts/a">own</a> <a href="mailto:a@b.example">m</a></p>'
  expect(listLinks(html, 'https://paper.example')).toEqual(['https://e.example/a?b&c'])
})
