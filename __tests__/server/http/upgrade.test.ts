import { spawnSync } from 'node:child_process'
import { hasNginx, startNginx } from '../../support/nginx.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { setUpSharedSite } from '../../support/shared-sites.ts'
import { setUpSite } from '../../support/site-server.ts'
import { speakRaw } from '../../support/speak-raw.ts'

const FILES = { 'posts/tide.md': toPostText({ title: 'High water' }) }

const ROUTES: [path: string, status: number][] = [
  ['/', 200],
  ['/posts/tide', 200],
  ['/nothing-here', 404],
  ['/feed.xml', 200],
  ['/healthz', 200],
  ['/media/none.jpg', 404],
  ['/media/p/0123456789abcdef/400.avif', 404],
  ['/_next/static/none.js', 404],
  ['/icon.svg', 200],
]

const UPGRADES: [name: string, lines: string[]][] = [
  [
    'h2c',
    ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA'],
  ],
  ['websocket', ['Connection: upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']],
  ['several protocols', ['Connection: keep-alive, Upgrade', 'Upgrade: websocket, h2c, foo/2']],
  ['a protocol without a Connection line', ['Upgrade: h2c']],
]

const toText = (method: string, path: string, lines: readonly string[] = [], body = '') =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', ...lines, '', body].join('\r\n')

const listStatuses = (text: string) => text.match(/(?<=HTTP\/1\.1 )\d+/g)?.map(Number)

describe.each(['on', 'off'])('FAST_PATH=%s', (FAST_PATH) => {
  const paper = createPaper(FILES)
  const site = setUpSite(paper, { FAST_PATH })

  // Twice: the first requests are what makes Next listen for upgrades, on a server it is given.
  describe.each(['at first', 'once Next has answered'])('%s', () => {
    it.each(UPGRADES)(
      'a request to upgrade to %s is answered on every kind of route',
      async (_name, lines) => {
        const answers = ROUTES.map(async ([path]) => {
          const { text } = await speakRaw(site.url, [toText('GET', path, lines)])
          return [path, listStatuses(text)]
        })
        expect(await Promise.all(answers)).toEqual(ROUTES.map(([path, status]) => [path, [status]]))
      },
    )
  })

  it.each(UPGRADES)('%s: what is owed to earlier requests is sent first', async (_name, lines) => {
    const asked = [toText('GET', '/feed.xml'), toText('GET', '/healthz'), toText('GET', '/posts/tide', lines)]
    const { text } = await speakRaw(site.url, [asked.join('')], { answers: asked.length })
    expect(listStatuses(text)).toEqual([200, 200, 200])
  })

  it('the connection ends where a pipelined request might have been lost', async () => {
    const [, lines] = UPGRADES[0] ?? []
    const { text, ended } = await speakRaw(site.url, [
      toText('GET', '/healthz', lines) + toText('GET', '/posts/tide'),
    ])
    expect(listStatuses(text)).toEqual([200])
    expect(text).toContain('\r\nConnection: close\r\n')
    expect(ended).toBe(true)
  })

  it.each(UPGRADES)('%s: a request with a body is answered', async (_name, lines) => {
    const request = toText('POST', '/posts/tide', [...lines, 'Content-Length: 5'], 'abcde')
    expect(listStatuses((await speakRaw(site.url, [request])).text)).toEqual([405])
  })

  it.each(ROUTES)('curl --http2 %s: %d', (path, status) => {
    const args = [
      '-s',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code}',
      '--http2',
      '--max-time',
      '10',
      site.url + path,
    ]
    const { stdout, error } = spawnSync('curl', args, { encoding: 'utf8' })
    expect(error).toBeUndefined()
    expect(stdout).toBe(String(status))
  })
})

const RECIPE = [
  'proxy_http_version 1.1;',
  'proxy_set_header Host $host;',
  'proxy_set_header Upgrade $http_upgrade;',
  'proxy_set_header Connection $connection_upgrade;',
]

const describeWithNginx = hasNginx ? describe : describe.skip

describeWithNginx('behind nginx with two upstreams and the usual recipe for upgrades', () => {
  const sites = [setUpSharedSite('fast-path-on'), setUpSharedSite('fast-path-off')]
  let nginx: Awaited<ReturnType<typeof startNginx>>

  beforeAll(async () => {
    nginx = await startNginx(
      sites.map(({ url }) => Number(new URL(url).port)),
      RECIPE,
    )
  })
  afterAll(() => nginx.stop())

  it('a client that asks for upgrades costs no reader an answer', async () => {
    const statuses: number[] = []
    for (let round = 0; round < 15; round += 1) {
      for (const [, lines] of UPGRADES) {
        const { text } = await speakRaw(nginx.url, [toText('GET', '/healthz', lines)], { pauseMs: 0 })
        expect(listStatuses(text)).toEqual([200])
      }
      statuses.push((await fetch(`${nginx.url}/posts/tide`)).status)
    }
    expect(statuses).toEqual(Array(15).fill(200))
  })
})
