import { setTimeout as wait } from 'node:timers/promises'
import { type FakeSite, startFakeSite, toRendered } from '../../support/fake-site.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { speakRaw } from '../../support/speak-raw.ts'

let site: FakeSite

beforeAll(async () => {
  site = await startFakeSite(async (url) => {
    if (url === '/throws') throw new Error('A page went wrong on purpose.')
    if (url === '/gone') return toRendered('gone', 410)
    if (url === '/moved') return { ...toRendered('', 308), headers: { location: '/held' } }
    return toRendered(`${url} ${'tide '.repeat(2000)}`)
  })
  for (const path of ['/held', '/other', '/gone', '/moved']) {
    for (const coding of ['identity', 'br', 'gzip', 'zstd']) await renderAndUse(path, coding)
  }
  // Last-Modified is said once the second of the change is over.
  await wait(2500)
})
afterAll(() => site.close())

/** Rendered, then used twice: that has the best compression made, which the answers compared are all to have. */
async function renderAndUse(path: string, coding: string): Promise<void> {
  for (let i = 0; i < 3; i += 1) await fetchRaw(site.url + path, { headers: { 'Accept-Encoding': coding } })
}

const toText = (path: string, ...lines: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...lines, '', ''].join('\r\n')

const HELD = toText('/held', 'Accept-Encoding: br')

const REQUESTS: [name: string, text: string][] = [
  ['a page that is held', HELD],
  ['the same without coding', toText('/held')],
  [
    'the same as a browser asks',
    toText('/held', 'Accept: text/html', 'Cookie: a=b', 'Connection: keep-alive'),
  ],
  ['its head', HELD.replace('GET', 'HEAD')],
  ['the same in another coding', toText('/held', 'Accept-Encoding: zstd;q=1, br;q=0.5')],
  ['a page with a query', toText('/held?utm_source=a', 'Accept-Encoding: br')],
  ['a page that was never asked for', toText('/new', 'Accept-Encoding: gzip')],
  ['a page that is gone', toText('/gone')],
  ['a page that moved', toText('/moved', 'Accept-Encoding: br')],
  ['a page that throws', toText('/throws')],
  ['the head of one that throws', toText('/throws').replace('GET', 'HEAD')],
  ['a page the client holds', toText('/held', 'If-None-Match: *')],
  ['its head', toText('/held', 'If-None-Match: *').replace('GET', 'HEAD')],
  ['a page that is newer', toText('/held', 'If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT')],
  ['a page that is not', toText('/held', 'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT')],
  ['a part of a page', toText('/held', 'Range: bytes=0-9')],
  ['a picture that is not there', toText('/media/p/0123456789abcdef/400.avif')],
  ['a file of the build that is not there', toText('/_next/static/none.js')],
  ['what is for Next', toText('/healthz')],
  ['what Next’s router asks', toText('/held', 'RSC: 1')],
  ['a path in percent signs', toText('/%00%2e%2e/%ff')],
  ['a path with backslashes', toText('/\\\\x')],
  ['a path that looks like a host', toText('//x/held')],
  ['a fragment', toText('/held#a')],
  ['another method', HELD.replace('GET', 'POST')],
  ['no method', HELD.replace('GET', 'get')],
  ['OPTIONS', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['CONNECT', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an absolute target', HELD.replace('/held', 'http://x/held')],
  ['HTTP/1.0', HELD.replace('1.1', '1.0')],
  ['HTTP/1.0, kept alive', toText('/held', 'Connection: keep-alive').replace('1.1', '1.0')],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/9', HELD.replace('1.1', '9.9')],
  ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'],
  ['a last request', toText('/held', 'Connection: close')],
  ['a last request, through a proxy', toText('/held', 'Proxy-Connection: close')],
  ['an upgrade', toText('/held', 'Connection: upgrade', 'Upgrade: websocket')],
  [
    'an upgrade to h2c',
    toText('/held', 'Connection: upgrade, http2-settings', 'Upgrade: h2c', 'HTTP2-Settings: A'),
  ],
  ['an expectation', toText('/held', 'Expect: 100-continue')],
  ['an expectation nobody has', toText('/held', 'Expect: tea')],
  ['no Host', 'GET /held HTTP/1.1\r\n\r\n'],
  ['an empty Host', HELD.replace('Host: x', 'Host:')],
  ['two Hosts', toText('/held', 'Host: y')],
  ['two of another', toText('/held', 'Accept-Encoding: br', 'Accept-Encoding: gzip')],
  ['a length and chunks', `${toText('/held', 'Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\nG`],
  ['chunks, spelt oddly', `${toText('/held', 'Transfer-Encoding : chunked')}0\r\n\r\n`],
  ['chunks, and what nobody knows', `${toText('/held', 'Transfer-Encoding: chunked, tea')}0\r\n\r\n`],
  ['two lengths', `${toText('/held', 'Content-Length: 1', 'Content-Length: 2')}ab`],
  ['a length below nothing', toText('/held', 'Content-Length: -1')],
  ['a body', `${toText('/held', 'Content-Length: 5')}abcde`],
  ['a request hidden in a body', `${toText('/held', `Content-Length: ${HELD.length}`)}${HELD}`],
  ['a body nobody announced', `${HELD}abcde`],
  ['a bare line feed', HELD.replace('x\r\n', 'x\n')],
  ['bare line feeds', HELD.replaceAll('\r\n', '\n')],
  ['a bare carriage return', toText('/held', 'A: b\rC: d')],
  ['a folded line', toText('/held', 'A: b', ' c')],
  ['a space before a colon', toText('/held', 'A : b')],
  ['a space before a name', toText('/held', ' A: b')],
  ['a line without a colon', toText('/held', 'A')],
  ['a line without a name', toText('/held', ': b')],
  ['NUL in a value', toText('/held', 'A: b\0c')],
  ['a value in Latin', toText('/held', 'A: Zo\xeb')],
  ['NUL in a name', toText('/held', 'A\0: b')],
  ['a name of an object’s', toText('/held', '__proto__: a', 'constructor: b')],
  ['empty lines before', `\r\n\r\n${HELD}`],
  ['two spaces', HELD.replace('GET ', 'GET  ')],
  ['a space in the target', toText('/he ld')],
  ['a target beyond ASCII', toText('/h\xe9ld')],
  ['nearly 16 KB', toText('/held', `A: ${'x'.repeat(16_000)}`)],
  ['more than 16 KB', toText('/held', `A: ${'x'.repeat(17_000)}`)],
  ['a target of 17 KB', toText(`/${'x'.repeat(17_000)}`)],
  ['500 lines', toText('/held', ...Array.from({ length: 500 }, (_none, i) => `A${i}: b`))],
  ['two at once', HELD + toText('/other')],
  ['two at once, the second for Next', HELD + toText('/healthz')],
  ['two at once, the second broken', `${HELD}GET\r\n\r\n`],
  ['ten at once', HELD.repeat(5) + toText('/other').repeat(5)],
]

it.each(REQUESTS)('%s: answered as node:http answers', async (_name, text) => {
  const [desk, plain] = await Promise.all([speakRaw(site.url, [text]), speakRaw(site.plainUrl, [text])])
  expect(desk).toEqual(plain)
})

it('half a request: waited for, as by node:http', async () => {
  const half = [HELD.slice(0, 30)]
  const [desk, plain] = await Promise.all([
    speakRaw(site.url, half, { answers: 0 }),
    speakRaw(site.plainUrl, half, { answers: 0 }),
  ])
  expect(desk).toEqual(plain)
})

const SEQUENCES: [name: string, pieces: string[]][] = [
  ['held, then for Next', [HELD, toText('/healthz')]],
  ['for Next, then held', [toText('/healthz'), HELD]],
  ['held, for Next, held', [HELD, toText('/healthz'), HELD]],
  ['held, then broken', [HELD, 'GET\r\n\r\n']],
  ['held, then the last', [HELD, toText('/other', 'Connection: close'), HELD]],
  ['held, then half of one, then the rest', [HELD, HELD.slice(0, 20), HELD.slice(20)]],
  ['held, then the half of one and no more', [HELD, HELD.slice(0, 20)]],
  ['held, ten times', Array<string>(10).fill(HELD)],
  ['held, then ten at once', [HELD, HELD.repeat(10)]],
]

it.each(SEQUENCES)(
  'on one connection, %s: answered in order, as node:http answers',
  async (_name, pieces) => {
    const [desk, plain] = await Promise.all([speakRaw(site.url, pieces), speakRaw(site.plainUrl, pieces)])
    expect(desk).toEqual(plain)
    expect(plain.text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  },
)

it('answers in order what comes while a page is rendered', async () => {
  const pieces = [toText('/first'), toText('/held', 'Accept-Encoding: gzip'), toText('/healthz'), HELD]
  const { text } = await speakRaw(site.url, pieces, { pauseMs: 0 })
  expect(text.match(/HTTP\/1\.1 \d+|Content-Encoding: \w+|\/first|Next/g)).toEqual([
    'HTTP/1.1 200',
    '/first',
    ...['HTTP/1.1 200', 'Content-Encoding: gzip'],
    ...['HTTP/1.1 200', 'Next'],
    ...['HTTP/1.1 200', 'Content-Encoding: br'],
  ])
})

it('reads a request cut at any byte', async () => {
  const whole = await speakRaw(site.plainUrl, [HELD])
  const cuts = Array.from({ length: HELD.length - 1 }, (_none, i) => i + 1)
  const heard = await Promise.all(
    cuts.map((cut) => speakRaw(site.url, [HELD.slice(0, cut), HELD.slice(cut)], { pauseMs: 20 })),
  )
  for (const each of heard) expect(each).toEqual(whole)
})

/** Numbers from 0 to 1 that are the same in every run. */
function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

/** A few requests, in pieces that care nothing for where one ends. */
function makeConversation(throwDice: () => number): string[] {
  const asked = ['/held', '/other', '/gone', '/throws', '/healthz', '/made-1', '/made-2']
  const lines = ['Accept: text/html', 'Cookie: a=b', 'If-None-Match: *', 'Range: bytes=0-1']
  const pick = (words: string[]) => words[Math.floor(throwDice() * words.length)] ?? ''
  const requests = Array.from({ length: 8 }, () => toText(pick(asked), pick(lines)))
  if (throwDice() < 0.3) return requests
  const text = requests.join('')
  const size = 1 + Math.floor(throwDice() * 150)
  return Array.from({ length: Math.ceil(text.length / size) }, (_none, i) =>
    text.slice(i * size, (i + 1) * size),
  )
}

it('answers conversations in any pieces as node:http answers them', async () => {
  const throwDice = createDice(1)
  const conversations = Array.from({ length: 60 }, () => makeConversation(throwDice))
  await Promise.all(
    conversations.map(async (pieces) => {
      const plain = await speakRaw(site.plainUrl, pieces, { pauseMs: 1 })
      expect(await speakRaw(site.url, pieces, { pauseMs: 1 })).toEqual(plain)
    }),
  )
})

it('writes the same lines in the log, however a request is read', async () => {
  const request = toText('/held', 'Accept-Encoding: br', 'Referer: http://y/', 'User-Agent: test')
  for (const url of [site.url, site.plainUrl]) await speakRaw(url, [request])
  const [desk, plain] = site.lines.slice(-2).map((line) => ({ ...line, time: 0, ms: 0 }))
  expect(desk).toEqual(plain)
  expect(desk).toMatchObject({
    ...{ address: '127.0.0.1', method: 'GET', url: '/held', status: 200, store: 'hit' },
    ...{ referrer: 'http://y/', agent: 'test' },
  })
})

it('tells of what threw once, with the id the answer carries', async () => {
  const before = site.errors.length
  const { text } = await speakRaw(site.url, [toText('/throws')])
  expect(text).toMatch(/^HTTP\/1\.1 500 Internal Server Error\r\n/)
  expect(site.errors.slice(before)).toMatchObject([{ about: { method: 'GET', url: '/throws' } }])
})
