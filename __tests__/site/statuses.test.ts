import { createPaper, toPostText } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSite } from '../support/site-server.ts'

const paper = createPaper({
  'posts/tide.md': toPostText({ title: 'Tide', section: 'Harbour', aliases: '[/old/tide.html]' }),
  'posts/潮.md': toPostText({ title: '潮が満ちる', lang: 'ja' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'posts/future.md': toPostText({ title: 'Future', date: '2199-01-01' }),
  'posts/past.md': toPostText({ title: 'Past', expires: '2026-01-03' }),
  'posts/broken.md': '---\ntitle: "No date\n---\n',
  'posts/what-is-node.js.md': toPostText({ title: 'What is Node.js?' }),
  'posts/hostile.md': toPostText(
    { title: '</title><script>alert(1)</script>' },
    '<script>alert(2)</script><img src=x onerror=alert(3)>\n',
  ),
  'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
})
const site = setUpSite(paper)

it.each([
  ['/', 200],
  ['/posts/tide', 200],
  ['/posts/%E6%BD%AE', 200],
  ['/sections/harbour', 200],
  ['/archive', 200],
  ['/archive/2026', 200],
  ['/archive/2026/01', 200],
  ['/about', 200],
  ['/posts/what-is-node.js', 200],
  ['/posts/draft', 404],
  ['/posts/future', 404],
  ['/posts/broken', 404],
  ['/posts/none', 404],
  ['/sections/none', 404],
  ['/tags/none', 404],
  ['/authors/none', 404],
  ['/archive/1999', 404],
  ['/archive/2026/1', 404],
  ['/archive/2026/13', 404],
  ['/page/2', 404],
  ['/page/0', 404],
  ['/page/02', 404],
  ['/page/1.5', 404],
  ['/sections/harbour/page/2', 404],
  ['/none/at/all', 404],
  ['/%00', 404],
  ['/posts/%E0%A4%A', 404],
  ['/oembed?format=xml', 501],
  ['/oembed?format=__proto__', 501],
  ['/media/../../etc/passwd', 404],
  ['/media/%2e%2e/%2e%2e/etc/passwd', 404],
])('%s answers %i', async (path, status) => {
  expect((await site.get(path)).status).toBe(status)
})

it.each([
  ['/old/tide.html', '/posts/tide'],
  ['/page/1', '/'],
  ['/sections/harbour/page/1', '/sections/harbour'],
])('%s is moved for good to %s', async (path, target) => {
  const response = await site.get(path)
  expect(response.status).toBe(308)
  expect(new URL(response.headers.get('location') ?? '', site.url).pathname).toBe(target)
})

it.each([
  '/posts/none',
  '/posts/none.pdf',
  '/ads.txt',
  '/wp-content/uploads/quay.jpg',
  '/fonts/none.woff2',
  '/_next/none',
  '/_next/static/none.js',
  '/_next/data/none.json',
  '/_next/image?url=%2Ftide.jpg&w=640&q=75',
  '/media',
  '/healthz/none',
])('says noindex on %s, which is not there, helps, and keeps nobody for long', async (path) => {
  const response = await site.get(path)
  const html = await response.text()
  const page = readHtml(html, site.url)
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control')).toContain('max-age=0, s-maxage=60,')
  expect(html).not.toContain('<script src="/_next')
  expect(page.meta.robots).toContain('noindex')
  expect(page.all('h1')).toHaveLength(1)
  expect(page.internalLinks).toContain('/posts/tide')
})

it('shows a hostile story as text', async () => {
  const page = readHtml(await (await site.get('/posts/hostile')).text(), site.url)
  expect(page.text('h1')).not.toContain('<script')
  const scripts = page.all('script').filter(({ children }) => JSON.stringify(children).includes('alert(2)'))
  expect(
    scripts.filter(({ properties }) => properties.src === undefined && properties.type === undefined),
  ).toEqual([])
  expect(page.all('img').filter(({ properties }) => 'onError' in properties)).toEqual([])
})

it('sends the page whatever its address ends in, and whatever else Next’s router would get', async () => {
  const path = '/posts/what-is-node.js'
  const [plain, routed] = await Promise.all([site.get(path), site.get(path, { rsc: '1' })])
  const html = await plain.text()
  expect(plain.status).toBe(200)
  expect(plain.headers.get('etag')).toMatch(/^"/)
  expect(html).not.toContain('<script src="/_next')
  expect(await routed.text()).toBe(html)
})

it('counts live stories and held-back files in /healthz', async () => {
  const response = await site.get('/healthz')
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toEqual({
    status: 'ok',
    posts: 4,
    problems: 1,
    revision: expect.any(Number),
    faults: [],
  })
})

it.each([
  ['/posts/tide/', '/posts/tide'],
  ['/archive//2026', '/archive/2026'],
])('%s leads to its proper spelling, %s', async (path, target) => {
  const response = await site.get(path)
  expect(response.status).toBe(308)
  expect(new URL(response.headers.get('location') ?? '', site.url).pathname).toBe(target)
})

it.each([
  ['/posts/draft', 404],
  ['/posts/none', 404],
  ['/preview/draft/99999999999/none', 404],
  ['/posts/tide', 200],
])('%s answers %i to whoever says to be an editor', async (path, status) => {
  const response = await site.get(path, { cookie: '__prerender_bypass=0123456789abcdef0123456789abcdef' })
  expect(response.status).toBe(status)
  if (status === 404) expect(await response.text()).toContain('Not in this paper')
})
