import { setUpSharedSite } from '../../support/shared-sites.ts'
import { speakRaw } from '../../support/speak-raw.ts'

const ROUTES = [
  '/',
  '/posts/tide',
  '/feed.xml',
  '/healthz',
  '/media/x',
  '/media/p/x/y',
  '/_next/x',
  '/metrics',
]

const toText = (first: string, ...lines: string[]) => [first, ...lines, '', ''].join('\r\n')
const get = (path: string, ...lines: string[]) => toText(`GET ${path} HTTP/1.1`, 'Host: x', ...lines)

const listStatuses = (text: string) => (text.match(/(?<=HTTP\/1\.1 )\d+/g) ?? []).map(Number)
const getLine = (text: string, name: string) => new RegExp(`^${name}: (.*)\\r$`, 'im').exec(text)?.[1]

describe.each(['on', 'off'] as const)('FAST_PATH=%s', (fastPath) => {
  const site = setUpSharedSite(`fast-path-${fastPath}`)

  const ask = async (text: string) => (await speakRaw(site.url, [text])).text

  describe('request targets', () => {
    it.each([
      ['http://x/posts/tide', 200, 'High water'],
      ['HTTP://x:3000/posts/tide', 200, 'High water'],
      ['https://x/posts/tide', 200, 'High water'],
      ['http://[::1]:3000/posts/tide?a=b', 200, 'High water'],
      ['http://x', 200, '<title>'],
      ['http://x?a=b', 200, '<title>'],
      ['http://x/healthz', 200, '"status":"ok"'],
      ['http://x/media/none.jpg', 404, 'No such file'],
    ])('%s: %d', async (target, status, content) => {
      const text = await ask(toText(`GET ${target} HTTP/1.1`, 'Host: another'))
      expect(listStatuses(text)).toEqual([status])
      expect(text).toContain(content)
    })

    it.each([
      'ftp://x/posts/tide',
      'file:///posts/tide',
      'http:///posts/tide',
      'http://user@x/posts/tide',
      'http://x y/',
      'http://x/#part',
      'x:443',
      'posts/tide',
      '*',
      '/caf\xc3\xa9',
      '/a\tb',
      '/.\t./posts/tide',
    ])('%s: 400', async (target) => {
      expect(listStatuses(await ask(toText(`GET ${target} HTTP/1.1`, 'Host: x')))).toEqual([400])
    })
  })

  describe('Host', () => {
    it.each<[name: string, lines: string[], status: number]>([
      ['a name', ['Host: paper.example'], 200],
      ['a name and a port', ['Host: paper.example:3000'], 200],
      ['a name with an underscore', ['Host: a_b.internal'], 200],
      ['an address', ['Host: 127.0.0.1:3000'], 200],
      ['an address of IPv6', ['Host: [::1]:3000'], 200],
      ['none', [], 400],
      ['an empty one', ['Host:'], 400],
      ['two', ['Host: a', 'Host: b'], 400],
      ['two alike', ['Host: a', 'host: a'], 400],
      ['an empty one and another', ['Host:', 'Host: a'], 400],
      ['a path in it', ['Host: a/b'], 400],
      ['a user in it', ['Host: a@b'], 400],
      ['a space in it', ['Host: a b'], 400],
      ['a port that is none', ['Host: a:b'], 400],
      ['two ports', ['Host: a:1:2'], 400],
      ['brackets with a name', ['Host: [a]'], 400],
      ['broken brackets', ['Host: [::1'], 400],
      ['quotes', ['Host: "a"'], 400],
      ['a broken percent sign', ['Host: a%zz'], 400],
    ])('%s', async (_name, lines, status) => {
      const text = await ask(toText('GET /posts/tide HTTP/1.1', ...lines))
      expect(listStatuses(text)).toEqual([status])
      if (status === 400) expect(getLine(text, 'Connection')).toBe('close')
    })

    it('may be missing before HTTP/1.1, and empty beside a target that names one', async () => {
      expect(listStatuses(await ask(toText('GET /posts/tide HTTP/1.0')))).toEqual([200])
      expect(listStatuses(await ask(toText('GET http://x/posts/tide HTTP/1.1', 'Host:')))).toEqual([200])
      expect(listStatuses(await ask(toText('GET http://x/posts/tide HTTP/1.1', 'Host: a/b')))).toEqual([400])
      expect(listStatuses(await ask(toText('GET http://x/posts/tide HTTP/1.1')))).toEqual([400])
    })
  })

  describe('methods', () => {
    it.each([
      ['OPTIONS', 204],
      ['POST', 405],
      ['PUT', 405],
      ['DELETE', 405],
      ['PATCH', 405],
      ['TRACE', 405],
      ['PROPFIND', 501],
      ['PURGE', 501],
      ['BREW', 501],
    ])('%s of every kind of route: %d, with what is allowed', async (method, status) => {
      const heard = await Promise.all(
        ROUTES.map((path) => ask(toText(`${method} ${path} HTTP/1.1`, 'Host: x', 'Content-Length: 0'))),
      )
      for (const text of heard) {
        expect(listStatuses(text)).toEqual([status])
        expect(getLine(text, 'Allow')).toBe('GET, HEAD, OPTIONS')
      }
    })

    it.each(['/mcp', '/mcp?key=a', '/hooks/content', '/hooks/content?a=b'])(
      'of what is sent messages, POST is allowed: %s',
      async (path) => {
        for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) {
          const text = await ask(toText(`${method} ${path} HTTP/1.1`, 'Host: x', 'Content-Length: 0'))
          expect(listStatuses(text)).toEqual([405])
          expect(getLine(text, 'Allow')).toBe('POST, OPTIONS')
        }
      },
    )

    it('takes a message whatever the query of its address', async () => {
      const message = '{"jsonrpc":"2.0","id":1,"method":"ping"}'
      const text = await ask(
        toText('POST /mcp?key=a HTTP/1.1', 'Host: x', `Content-Length: ${message.length}`) + message,
      )
      expect(listStatuses(text)).toEqual([200])
      expect(text).toContain('{"jsonrpc":"2.0","id":1,"result":{}}')
    })

    it('OPTIONS * asks of the server as a whole', async () => {
      const text = await ask(toText('OPTIONS * HTTP/1.1', 'Host: x'))
      expect(listStatuses(text)).toEqual([204])
      expect(getLine(text, 'Allow')).toBe('GET, HEAD, OPTIONS')
    })

    it('CONNECT is not implemented', async () => {
      const text = await ask(get('/posts/tide') + toText('CONNECT x:443 HTTP/1.1', 'Host: x:443'))
      expect(listStatuses(text)).toEqual([200, 501])
    })

    it('nothing of it is logged as a failure', async () => {
      expect(await site.readOutput()).not.toMatch(/"level":50|TypeError|\n\s+at /)
    })
  })

  describe('pipelined requests with a broken one behind them', () => {
    it.each([
      ['no request', '\x16\x03\x01 hello\r\n\r\n'],
      ['a broken method', 'G@T / HTTP/1.1\r\nHost: x\r\n\r\n'],
      ['a broken header', 'GET / HTTP/1.1\r\nHost: x\r\nA b\r\n\r\n'],
      ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
      ['two hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n'],
    ])('%s: what is owed is sent in order, then 400, then nothing', async (_name, broken) => {
      const owed = ['/posts/tide', '/healthz', '/never-asked-before', '/media/none.jpg', '/feed.xml']
      const heard = await speakRaw(site.url, [owed.map((path) => get(path)).join('') + broken], {
        answers: 6,
      })
      expect(listStatuses(heard.text)).toEqual([200, 200, 404, 404, 200, 400])
      expect(heard.ended).toBe(true)
    })

    it('also when the broken one comes later, in pieces', async () => {
      const pieces = [
        get('/posts/tide'),
        get('/another-never-asked') + get('/healthz'),
        'GE',
        '\x01T\r\n\r\n',
      ]
      const heard = await speakRaw(site.url, pieces, { answers: 4 })
      expect(listStatuses(heard.text)).toEqual([200, 404, 200, 400])
      expect(heard.ended).toBe(true)
    })
  })

  it('what Next is steered by never reaches it', async () => {
    const lines = [
      ...[
        'RSC: 1',
        'Next-Router-Prefetch: 1',
        'Next-Router-State-Tree: %5B%5D',
        'Next-Action: x',
        'Next-Url: /',
      ],
      ...[
        'Next-Router-Segment-Prefetch: /_tree',
        'Next-HMR-Refresh: 1',
        'Next-Resume: 1',
        'Purpose: prefetch',
      ],
      ...[
        'X-Nextjs-Data: 1',
        'X-Nextjs-Request-Id: 1',
        'X-Now-Route-Matches: 1=x',
        'X-Matched-Path: /archive',
      ],
      ...['X-Middleware-Prefetch: 1', 'X-Middleware-Rewrite: /archive', 'X-Middleware-Next: 1'],
      ...['X-Middleware-Invoke: 1', 'X-Middleware-Subrequest: proxy', 'X-Invoke-Path: /archive'],
      ...['X-Prerender-Revalidate: 1', 'X-Next-Resume-State-Length: 1', 'X-Forwarded-Host: other.example'],
      ...['X-Action-Forwarded: 1', 'X-Vercel-Protection-Bypass: 1', 'Cookie: __prerender_bypass=1'],
    ]
    const paths = ['/posts/tide', '/healthz', '/media/none.jpg', '/media/p/x/y', '/nothing']
    for (const path of paths) {
      const plain = await ask(get(path))
      const steered = await Promise.all(
        [lines, ...lines.map((line) => [line])].map((some) => ask(get(path, ...some))),
      )
      for (const text of steered) expect(text).toBe(plain)
    }
  })
})
