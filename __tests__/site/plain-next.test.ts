import { eventually } from '../support/eventually.ts'
import { fetchRaw } from '../support/fetch-raw.ts'
import { type NextProcess, startNext } from '../support/next-process.ts'
import { createPaper, toPostText } from '../support/paper.ts'

const paper = createPaper({
  'posts/tide.md': toPostText({
    title: 'High water',
    section: 'Harbour',
    tags: '[tides]',
    image: '/media/quay.jpg',
  }),
  'posts/news.md': toPostText({ title: 'News', date: new Date(Date.now() - 60_000).toISOString() }),
  'posts/draft.md': toPostText({ title: 'Not for print', draft: 'true' }),
})
let next: NextProcess
let url: string

beforeAll(async () => {
  next = await startNext('start', paper)
  url = next.url
})
afterAll(async () => {
  await next.stop()
  paper.close()
})

it.each([
  ['/', 200, 'High water'],
  ['/posts/tide', 200, 'The tide came in.'],
  ['/archive', 200, '2026'],
  ['/posts/none', 404, 'Not in this paper'],
])('plain next start answers %s with %d', async (path, status, text) => {
  const answer = await fetchRaw(url + path)
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).toContain(text)
})

it('sends what headers fit every page', async () => {
  const { headers } = await fetchRaw(`${url}/posts/tide`)
  expect(headers).toMatchObject({
    'content-security-policy':
      "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  })
  expect(headers['x-powered-by']).toBeUndefined()
})

it.each([
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/tags/tides/feed.xml',
  '/sitemap.xml',
  '/sitemaps/posts-2026-01.xml',
  '/sitemaps/sections.xml',
  '/news-sitemap.xml',
  '/llms.txt',
])('does not send %s again to whoever has it, until it changes', async (path) => {
  const ask = (tag: string) => fetchRaw(url + path, { headers: { 'If-None-Match': tag } })
  const etag = String((await fetchRaw(url + path)).headers.etag)
  const again = await ask(etag)
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
  const file = `posts/${path.replaceAll(/\W/g, '')}.md`
  paper.write(file, toPostText({ title: 'Slack water', section: 'Harbour', tags: '[tides]' }))
  await eventually(async () => expect((await ask(etag)).status).toBe(200))
  expect((await ask(etag)).headers.etag).not.toBe(etag)
})

it.each(['/tags/none/feed.xml', '/sitemaps/posts-1999-01.xml', '/sitemaps/none.xml'])(
  'says every time that %s is not there',
  async (path) => {
    const { status, headers } = await fetchRaw(url + path)
    expect([status, headers.etag]).toEqual([404, undefined])
  },
)

it('shows a change within a second, from Next’s own cache', async () => {
  await fetchRaw(`${url}/posts/tide`)
  paper.write('posts/tide.md', toPostText({ title: 'Low water' }))
  await eventually(async () =>
    expect((await fetchRaw(`${url}/posts/tide`)).body.toString()).toContain('Low water'),
  )
})

it.each(['/posts/draft', '/posts/none', '/preview/draft/99999999999/none'])(
  '%s shows no story to whoever says to be an editor',
  async (path) => {
    const headers = { cookie: '__prerender_bypass=0123456789abcdef0123456789abcdef' }
    const { status, body } = await fetchRaw(url + path, { headers })
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('Not for print')
  },
)
