import { cpSync } from 'node:fs'
import { eventually } from '../../support/eventually.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { type SiteServer, startSite } from '../../support/site-server.ts'

/** Later than these tests take, and sooner than the day for which an answer may be kept when we are down. */
const soon = new Date(Date.now() + 12 * 3_600_000).toISOString()
const paper = createPaper({
  'posts/tide.md': toPostText({ title: 'High water', section: 'Harbour', tags: '[tides]' }),
  'posts/late.md': toPostText({ title: 'For the evening', date: soon }),
  'site.yaml': 'name: The Quay\n',
})
let site: SiteServer

beforeAll(async () => {
  site = await startSite(paper, { LOG: 'json' })
})
afterAll(async () => {
  await site.stop()
  paper.close()
})

const ask = (path: string, headers: Record<string, string> = {}) => fetchRaw(site.url + path, { headers })

/** What the log says of the requests whose URL holds `mark`. */
async function listStores(mark: string, count: number): Promise<string[]> {
  const read = () =>
    site
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes(mark))
      .map((line) => String(JSON.parse(line).store))
  await eventually(() => expect(read()).toHaveLength(count))
  return read()
}

it('makes one entry of a page, whatever the query, the reader or the cookies', async () => {
  await ask('/posts/tide')
  const others = await Promise.all([
    ask('/posts/tide?utm_source=mark'),
    ask('/posts/tide?fbclid=mark&page=9'),
    ask('/posts/tide?mark', { 'User-Agent': 'facebookexternalhit/1.1' }),
    ask('/posts/tide?mark=2', { Cookie: 'session=1', 'Accept-Language': 'fr' }),
  ])
  const { body, headers } = await ask('/posts/tide')
  for (const other of others) {
    expect(other.body.equals(body)).toBe(true)
    expect(other.headers.etag).toBe(headers.etag)
  }
  expect(await listStores('mark', 4)).toEqual(['hit', 'hit', 'hit', 'hit'])
})

it('answers from the store until what the page shows changes, and no longer', async () => {
  await ask('/sections/harbour')
  await ask('/tags/tides')
  paper.write('posts/new.md', toPostText({ title: 'A new berth', section: 'Harbour' }))
  await eventually(async () =>
    expect((await ask('/sections/harbour')).body.toString()).toContain('A new berth'),
  )
  await ask('/tags/tides?unchanged')
  expect(await listStores('?unchanged', 1)).toEqual(['hit'])
  await ask('/tags/tides?again')
  expect(await listStores('?again', 1)).toEqual(['hit'])
  paper.write('posts/other.md', toPostText({ title: 'Elsewhere', section: 'Sport' }))
  await eventually(async () => expect((await ask('/')).body.toString()).toContain('Elsewhere'))
  await ask('/posts/other')
})

it('promises caches of others nothing beyond the next embargo', async () => {
  const control = (await ask('/')).headers['cache-control'] ?? ''
  const [fresh, revalidate, error] = ['s-maxage', 'stale-while-revalidate', 'stale-if-error'].map((name) =>
    Number(new RegExp(`${name}=(\\d+)`).exec(control)?.[1] ?? 0),
  )
  const left = (Date.parse(soon) - Date.now()) / 1000
  expect(control).toMatch(/^public, max-age=0, s-maxage=/)
  expect((fresh ?? 0) + Math.max(revalidate ?? 0, error ?? 0)).toBeLessThanOrEqual(left)
})

it.each([
  ['/posts/tide', 'site,post:tide,related'],
  ['/sections/harbour', 'site,section:harbour'],
  ['/', 'site,all:,day'],
  ['/archive/2026', 'site,year:2026'],
  ['/posts/none', 'site,post:none,related,all:'],
])('names the tags of %s for purging', async (path, tags) => {
  const { headers } = await ask(path)
  expect(headers['cache-tag']).toBe(tags)
  expect(headers['surrogate-key']).toBe(tags.replaceAll(',', ' '))
})

it.each([
  ['/healthz', 200],
  ['/media/none.jpg', 404],
  ['/preview/a/1/b', 404],
])('lets nobody keep %s, which answers %d', async (path, expected) => {
  const { status, headers } = await ask(path)
  expect(status).toBe(expected)
  expect(headers['cache-control']).toBe('no-store')
})

it('gives the same bytes and tags from two servers over one folder', async () => {
  const twin = createPaper()
  cpSync(paper.contentDir, twin.contentDir, { recursive: true })
  const other = await startSite(twin, { SITE_URL: 'https://quay.example' })
  const first = await startSite(
    { contentDir: paper.contentDir, dataDir: `${twin.dataDir}-2` },
    { SITE_URL: 'https://quay.example' },
  )
  for (const path of ['/', '/posts/tide', '/sections/harbour', '/archive', '/posts/none']) {
    const [a, b] = await Promise.all([fetchRaw(other.url + path), fetchRaw(first.url + path)])
    expect(a.body.toString()).toBe(b.body.toString())
    expect(a.headers.etag).toBe(b.headers.etag)
  }
  await Promise.all([other.stop(), first.stop()])
  twin.close()
})
