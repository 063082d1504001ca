import { toString as toText } from 'hast-util-to-string'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSite } from '../support/site-server.ts'

const FIELDS = {
  title: 'Flood',
  date: '2026-02-03T18:00:00Z',
  type: 'live',
  section: 'News',
  coverage: '{ start: 2026-02-03T18:00:00Z, end: 2026-02-04T02:00:00Z }',
}
const COUNT = 120

const toTime = (at: number) => `${18 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
const toUpdate = (at: number) =>
  `## ${toTime(at)} Number ${at}${at === 5 ? ' {key}' : ''}\n\nWords of ${at}.[^1]\n\n[^1]: Note.\n`
const listUpdates = () => Array.from({ length: COUNT }, (_, at) => toUpdate(at))
const toLive = (updates: readonly string[]) =>
  toPostText(FIELDS, `What this is about.\n\n## 18:00 What we know {pin}\n\nAll.\n\n${updates.join('\n')}`)

const paper = createPaper({ 'posts/flood.md': toLive(listUpdates()) })
const site = setUpSite(paper)

const open = async (path: string) => {
  const response = await site.get(path)
  return { status: response.status, html: await response.text() }
}
const listIds = (html: string) =>
  [...html.matchAll(/<article class="live-update[^>]* id="([^"]+)"/g)].map(([, id]) => id)

it('shows the pinned update and the newest fifty, and leads to the others', async () => {
  const { status, html } = await open('/posts/flood')
  expect(status).toBe(200)
  const ids = listIds(html)
  expect(ids).toHaveLength(51)
  expect(ids.slice(0, 3)).toEqual(['2026-02-03-1800', '2026-02-03-1959', '2026-02-03-1958'])
  expect(html).toContain('href="/posts/flood/page/2"')
  expect(html).toContain('href="/posts/flood/page/3#2026-02-03-1805"')
  expect(html).toContain('This live coverage has ended.')
  expect(html).not.toContain('Reading time')
})

it('has each id of a page once', async () => {
  const { html } = await open('/posts/flood')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('2026-02-03-1959-fn-1')
})

it.each([
  ['/posts/flood/page/3', 200],
  ['/posts/flood/page/4', 404],
  ['/posts/flood/page/0', 404],
  ['/posts/flood/updates/2026-02-03-1805', 200],
  ['/posts/flood/updates/2026-02-03-1806-9', 404],
  ['/posts/flood/updates/none', 404],
])('answers %s with %i', async (path, status) => {
  expect((await open(path)).status).toBe(status)
})

it('gives an update its own head, and names the page that holds it as canonical', async () => {
  const { html } = await open('/posts/flood/updates/2026-02-03-1805')
  const { all, meta } = readHtml(html, site.url)
  const canonical = all('link').find(({ properties }) => [properties.rel].flat().includes('canonical'))
  expect(canonical?.properties.href).toBe(`${site.url}/posts/flood/page/3`)
  expect(meta['og:title']).toBe('Number 5')
  expect(meta['og:url']).toBe(`${site.url}/posts/flood/updates/2026-02-03-1805`)
  expect(meta.description).toBe('Words of 5.')
  expect(listIds(html)).toEqual(['2026-02-03-1805'])
})

it('says of the updates on the page what machines are to know', async () => {
  const { all } = readHtml((await open('/posts/flood')).html, site.url)
  const script = all('script').find(({ properties }) => properties.type === 'application/ld+json')
  const [story] = JSON.parse(toText(script ?? { type: 'text', value: '{}' }))['@graph']
  expect(story).toMatchObject({
    '@type': 'LiveBlogPosting',
    coverageStartTime: '2026-02-03T18:00:00Z',
    coverageEndTime: '2026-02-04T02:00:00Z',
  })
  expect(story.liveBlogUpdate).toHaveLength(51)
  expect(story.liveBlogUpdate[1]).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Number 119',
    datePublished: '2026-02-03T19:59:00Z',
    url: `${site.url}/posts/flood/updates/2026-02-03-1959`,
    articleBody: expect.stringContaining('Words of 119.'),
  })
})

it('answers what open pages ask for with the newest updates, and 304 while nothing changed', async () => {
  const response = await site.get('/posts/flood/updates.json')
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1')
  const { isLive, shown, texts } = JSON.parse(await response.text())
  expect(isLive).toBe(false)
  expect(shown).toHaveLength(50)
  expect(shown[0]).toEqual(['2026-02-03-1959', expect.stringMatching(/^[0-9a-f]{8}$/)])
  expect(Object.keys(texts)).toHaveLength(20)
  expect((await open('/posts/flood')).html).toContain(texts['2026-02-03-1959'])
  const etag = response.headers.get('etag') ?? ''
  const again = await site.get('/posts/flood/updates.json', { 'if-none-match': etag })
  expect(again.status).toBe(304)
})

it('shows a save, and what a broken one does not take away', async () => {
  const updates = listUpdates()
  paper.write('posts/flood.md', toLive([...updates.slice(0, -1), '## 19:5\n\nWords.\n']))
  await eventually(async () =>
    expect(JSON.parse((await open('/healthz')).html)).toMatchObject({ problems: 1 }),
  )
  expect(listIds((await open('/posts/flood')).html)).toContain('2026-02-03-1959')
  paper.write('posts/flood.md', toLive([...updates, '## 20:00 Water falls\n\nIt falls.\n']))
  await eventually(async () => expect(listIds((await open('/posts/flood')).html)[1]).toBe('2026-02-03-2000'))
})
