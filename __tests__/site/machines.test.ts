import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { listTexts, readXml } from '../support/read-xml.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'
import { setUpSite } from '../support/site-server.ts'

const SITE_URL = 'https://packet.example'
const site = setUpSharedSite('named')
const local = setUpSharedSite('local')

beforeAll(async () => {
  // Last-Modified is said once the second of the last change is over.
  await eventually(async () => expect((await site.get('/')).headers.get('last-modified')).not.toBeNull())
})

it.each([
  ['/feed.xml', 'application/xml; charset=utf-8'],
  ['/atom.xml', 'application/xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/sections/news/feed.xml', 'application/xml; charset=utf-8'],
  ['/tags/tides/atom.xml', 'application/xml; charset=utf-8'],
  ['/authors/idris-pennock/feed.json', 'application/feed+json; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/sitemaps/posts-2026-11.xml', 'application/xml; charset=utf-8'],
  ['/sitemaps/pages.xml', 'application/xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/llms.txt', 'text/markdown; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/feeds.opml', 'text/x-opml; charset=utf-8'],
  ['/license.xml', 'application/rsl+xml; charset=utf-8'],
  ['/.well-known/ai-catalog.json', 'application/ai-catalog+json'],
  ['/mcp/server-card', 'application/mcp-server-card+json'],
  ['/favicon.ico', 'image/x-icon'],
  ['/icon.svg', 'image/svg+xml'],
  ['/icon-512.png', 'image/png'],
  ['/oembed?url=https%3A%2F%2Fpacket.example%2Fposts%2Fsurge-staithe-wall', 'application/json'],
  ['/posts/surge-staithe-wall.md', 'text/markdown; charset=utf-8'],
])('%s is %s, the first time and from the cache', async (path, type) => {
  const first = await site.get(path)
  const second = await site.get(path)
  expect([first.status, second.status]).toEqual([200, 200])
  expect([first.headers.get('content-type'), second.headers.get('content-type')]).toEqual([type, type])
  expect(await second.text()).toBe(await first.text())
})

/** When a path last changed, once the server says so: a date that may still change within its second is not given. */
async function readModified(path: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const modified = (await site.get(path)).headers.get('last-modified')
    if (modified !== null) return modified
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${path} never says when it last changed`)
}

it.each(['/feed.xml', '/atom.xml', '/feed.json', '/robots.txt'])(
  '%s has a tag that stays while nothing changes',
  async (path) => {
    const [first, second] = [await site.get(path), await site.get(path)]
    expect(first.headers.get('etag')).toMatch(/^(?:W\/)?".+"$/)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  },
)

it.each([
  '/feed.xml',
  '/sections/news/atom.xml',
  '/feed.json',
  '/sitemap.xml',
  '/sitemaps/posts-2026-11.xml',
  '/llms.txt',
])('%s is not sent again to whoever has it', async (path) => {
  const { headers } = await site.get(path)
  const byTag = await site.get(path, { 'if-none-match': headers.get('etag') ?? '' })
  expect([byTag.status, await byTag.text()]).toEqual([304, ''])
  const modified = await readModified(path)
  expect((await site.get(path, { 'if-modified-since': modified })).status).toBe(304)
})

it.each([
  '/sections/none/feed.xml',
  '/tags/none/atom.xml',
  '/authors/none/feed.json',
  '/page/99/feed.xml',
  '/sitemaps/none.xml',
  '/sitemaps/posts-1999-01.xml',
  '/posts/none.md',
  '/posts/surge-staithe-wall/markdown',
  '/feeds/smartnews.xml',
  '/feeds/none.xml',
  '/tags/page/2',
  '/oembed?url=https%3A%2F%2Felsewhere.example%2Fposts%2Fsurge-staithe-wall',
  '/.well-known/site.standard.publication',
])('%s is not there', async (path) => {
  expect((await site.get(path)).status).toBe(404)
})

it.each(['/feed.xml', '/atom.xml', '/feed.json', '/feeds.opml', '/.well-known/ai-catalog.json'])(
  '%s may be read by other sites’ scripts',
  async (path) => {
    expect((await site.get(path)).headers.get('access-control-allow-origin')).toBe('*')
  },
)

it.each(['/', '/posts/surge-staithe-wall', '/feed.xml'])(
  '%s names the terms of use in its header',
  async (path) => {
    expect((await site.get(path)).headers.get('link')).toContain(
      `<${SITE_URL}/license.xml>; rel="license"; type="application/rsl+xml"`,
    )
  },
)

it('names the terms of use in the head of a page, in RSS and in Atom', async () => {
  const link = `rel="license" type="application/rsl+xml" href="${SITE_URL}/license.xml"`
  expect(await (await site.get('/')).text()).toContain(`<link ${link}/>`)
  expect(await (await site.get('/atom.xml')).text()).toContain(`<link ${link}/>`)
  expect(await (await site.get('/feed.xml')).text()).toContain(`<atom:link ${link}/>`)
})

it('lets crawlers find a story at its own address, whatever form they ask for, and not at that of its Markdown', async () => {
  const story = '/posts/surge-staithe-wall'
  expect((await site.get(story, { accept: 'text/markdown' })).headers.get('x-robots-tag')).toBeNull()
  expect((await site.get(`${story}.md`)).headers.get('x-robots-tag')).toBe('noindex')
})

it('answers agents by POST, and says so to whoever comes otherwise', async () => {
  const send = (body: string) =>
    fetch(`${site.url}/mcp`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const listed = await send('{"jsonrpc":"2.0","id":1,"method":"tools/list"}')
  expect(listed.headers.get('cache-control')).toBe('no-store')
  expect((await listed.json()).result.tools.map(({ name }: { name: string }) => name)).toEqual([
    'search',
    'latest',
    'fetch',
  ])
  expect((await send('{"jsonrpc":"2.0","method":"notifications/initialized"}')).status).toBe(202)
  expect(
    (await send(`{"jsonrpc":"2.0","id":1,"x":"${'x'.repeat(70_000)}"}`).catch(() => null))?.status ?? 413,
  ).toBe(413)
  expect((await site.get('/mcp')).status).toBe(405)
})

it('gives a story as Markdown to whoever would rather have that', async () => {
  const markdown = await site.get('/posts/surge-staithe-wall', { accept: 'text/markdown, text/html;q=0.9' })
  expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(markdown.headers.get('vary')).toContain('Accept')
  expect(await markdown.text()).toMatch(/^---\ntitle: Surge comes/)
  const html = await site.get('/posts/surge-staithe-wall', { accept: 'text/html,*/*;q=0.8' })
  expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

it('names only addresses that are there, in every sitemap', async () => {
  const parts = listTexts(readXml(await (await site.get('/sitemap.xml')).text()), 'loc')
  expect(parts.length).toBeGreaterThan(5)
  const checkFirst = async (part: string) => {
    const response = await site.get(part.slice(SITE_URL.length))
    // Whether it is well-formed is tested elsewhere, with a parser that takes a process for each.
    const [, first = ''] = /<loc>([^<]*)<\/loc>/.exec(await response.text()) ?? []
    expect(first.startsWith(`${SITE_URL}/`)).toBe(true)
    return [first, (await site.get(first.slice(SITE_URL.length))).status]
  }
  const found = await Promise.all(parts.map(checkFirst))
  expect(found.filter(([, status]) => status !== 200)).toEqual([])
})

it.each([
  '/favicon.ico',
  '/icon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/apple-touch-icon.png',
  '/feed.css',
])('%s is there', async (path) => {
  const response = await site.get(path)
  expect(response.status).toBe(200)
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
})

it('lets nobody keep the words on its feeds for long: they are in the paper’s language', async () => {
  const { headers } = await site.get('/feed-words.css')
  expect(headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(headers.get('cache-control')).toContain('public, max-age=0, s-maxage=60,')
})

it('has icons of the sizes it says', async () => {
  const bytes = Buffer.from(await (await site.get('/favicon.ico')).arrayBuffer())
  expect([bytes.readUInt16LE(2), bytes[6], bytes[7]]).toEqual([1, 48, 48])
  const { icons } = await (await site.get('/manifest.webmanifest')).json()
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable')
  for (const { src, sizes } of icons) {
    const png = Buffer.from(await (await site.get(src)).arrayBuffer())
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})

it('keeps crawlers out of a machine of one’s own', async () => {
  expect(await (await local.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
})

describe('a paper of its own, announced to others', () => {
  const paper = createPaper({
    'site.yaml':
      'indexNow:\n  key: 0123456789abcdef\n  endpoint: http://127.0.0.1:9/\nwebSub:\n  hub: http://127.0.0.1:9/hub\n',
    'posts/first.md': toPostText({ title: 'First' }),
  })
  const own = setUpSite(paper, { SITE_URL })

  it('has the key file of IndexNow and the links to the hub where site.yaml names them', async () => {
    const response = await own.get('/0123456789abcdef.txt')
    expect([response.status, await response.text()]).toEqual([200, '0123456789abcdef'])
    expect((await own.get('/0123456789abcdee.txt')).status).toBe(404)
    for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) {
      expect((await own.get(path)).headers.get('link')).toBe(
        `<${SITE_URL}${path}>; rel="self", <http://127.0.0.1:9/hub>; rel="hub"`,
      )
    }
  })

  it('has a story everywhere at its second, and nowhere once it is gone', async () => {
    const soon = new Date(Math.ceil(Date.now() / 1_000 + 6) * 1_000).toISOString()
    paper.write('posts/soon.md', toPostText({ title: 'Soon', date: soon, section: 'Harbour' }))
    const month = `/sitemaps/posts-${soon.slice(0, 7)}.xml`
    const surfaces = ['/feed.xml', '/atom.xml', '/feed.json', '/news-sitemap.xml', '/llms.txt', month]
    const readAll = () =>
      Promise.all(surfaces.map(async (path) => (await (await own.get(path)).text()).includes('/posts/soon')))
    const waitFor = async (expected: boolean) => {
      for (let tries = 0; tries < 100; tries += 1) {
        if ((await readAll()).every((has) => has === expected)) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      expect(await readAll()).toEqual(surfaces.map(() => expected))
    }
    expect(await readAll()).toEqual(surfaces.map(() => false))
    expect((await own.get('/posts/soon.md')).status).toBe(404)
    await waitFor(true)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon))
    expect((await own.get('/posts/soon.md')).status).toBe(200)
    paper.remove('posts/soon.md')
    await waitFor(false)
  })
})
