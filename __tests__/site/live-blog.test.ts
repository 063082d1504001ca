import { toString as toText } from 'hast-util-to-string'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { listUnknownWords } from '../support/schema-org.ts'
import { setUpSite } from '../support/site-server.ts'

const FIELDS = {
  title: 'Flood',
  date: '2026-02-03T18:00:00Z',
  type: 'live',
  section: 'News',
  coverage: '{ start: 2026-02-03T18:00:00Z, end: 2026-02-04T02:00:00Z }',
}
const COUNT = 120
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const MARKS: Partial<Record<number, string>> = {
  5: ' {key}',
  118: ' {by: Ada Quill} {updated: 20:30} {correction: It was “118”, not <117>.}',
}

const toTime = (at: number) => `${18 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
const toUpdate = (at: number) =>
  `## ${toTime(at)} Number ${at}${MARKS[at] ?? ''}\n\nWords of ${at}.[^1]\n\n[^1]: Note.\n`
const listUpdates = () => Array.from({ length: COUNT }, (_, at) => toUpdate(at))
const toLive = (updates: readonly string[]) =>
  toPostText(FIELDS, `What this is about.\n\n## 18:00 What we know {pin}\n\nAll.\n\n${updates.join('\n')}`)

const paper = createPaper({ 'posts/flood.md': toLive(listUpdates()) })
const site = setUpSite(paper)

const open = async (path: string) => {
  const response = await site.get(path)
  return { status: response.status, html: await response.text() }
}
const listIds = (html: string) => [...html.matchAll(/<article[^>]* id="(\d{4}-[^"]+)"/g)].map(([, id]) => id)

it('shows the pinned update and the newest twenty, and leads to the others', async () => {
  const { status, html } = await open('/posts/flood')
  expect(status).toBe(200)
  const ids = listIds(html)
  expect(ids).toHaveLength(21)
  expect(ids.slice(0, 3)).toEqual(['2026-02-03-1800', '2026-02-03-1959', '2026-02-03-1958'])
  expect(html).toContain('href="/posts/flood/page/2"')
  expect(html).toContain('href="/posts/flood/page/6#2026-02-03-1805"')
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
  ['/posts/flood/page/6', 200],
  ['/posts/flood/page/7', 404],
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
  expect(canonical?.properties.href).toBe(`${site.url}/posts/flood/page/6`)
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
  expect(story.liveBlogUpdate).toHaveLength(21)
  expect(story.liveBlogUpdate[1]).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Number 119',
    datePublished: '2026-02-03T19:59:00Z',
    url: `${site.url}/posts/flood/updates/2026-02-03-1959`,
    articleBody: expect.stringContaining('Words of 119.'),
  })
})

it.each(['/posts/flood', '/posts/flood/page/2', '/posts/flood/updates/2026-02-03-1958'])(
  'says of %s what search engines ask of live coverage, in words of schema.org',
  async (path) => {
    const { all } = readHtml((await open(path)).html, site.url)
    const script = all('script').find(({ properties }) => properties.type === 'application/ld+json')
    const graph = JSON.parse(toText(script ?? { type: 'text', value: '{}' }))
    expect(listUnknownWords(graph['@graph'])).toEqual([])
    const [story] = graph['@graph']
    expect(story).toMatchObject({
      '@type': 'LiveBlogPosting',
      headline: 'Flood',
      datePublished: expect.stringMatching(INSTANT),
      dateModified: expect.stringMatching(INSTANT),
      coverageStartTime: expect.stringMatching(INSTANT),
      coverageEndTime: expect.stringMatching(INSTANT),
      publisher: { name: expect.any(String), logo: { url: expect.stringMatching(/^http/) } },
    })
    expect(story.liveBlogUpdate.length).toBeGreaterThan(0)
    for (const update of story.liveBlogUpdate)
      expect(update).toMatchObject({
        '@type': 'BlogPosting',
        headline: expect.stringMatching(/\S/),
        articleBody: expect.stringMatching(/\S/),
        datePublished: expect.stringMatching(INSTANT),
        url: expect.stringMatching(/^http.*\/updates\//),
      })
  },
)

it('says what was wrong in an update wherever it is shown', async () => {
  const page = (await open('/posts/flood')).html
  const corrected =
    '<p class="live-corrected"><strong>Correction</strong> It was “118”, not &lt;117&gt;.</p></article>'
  expect(page).toContain(corrected)
  expect((await open('/posts/flood/updates/2026-02-03-1958')).html).toContain(corrected)
  expect((await open('/posts/flood.md')).html).toContain('> **Correction** It was “118”, not \\<117\\>.')
  const { all } = readHtml(page, site.url)
  const script = all('script').find(({ properties }) => properties.type === 'application/ld+json')
  const [story] = JSON.parse(toText(script ?? { type: 'text', value: '{}' }))['@graph']
  expect(story.liveBlogUpdate[2]).toMatchObject({
    dateModified: '2026-02-03T20:30:00Z',
    author: [{ '@type': 'Person', name: 'Ada Quill' }],
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'It was “118”, not <117>.',
        datePublished: '2026-02-03T20:30:00Z',
      },
    ],
  })
})

it('has no mark of the file in its Markdown version, in searches and feeds', async () => {
  for (const path of ['/posts/flood.md', '/search.json?q=number', '/feed.json', '/posts/flood/feed.json']) {
    const { status, html } = await open(path)
    expect(status).toBe(200)
    expect(html).toContain('Number 118')
    expect(html).not.toMatch(/\{(?:key|pin|by|updated|correction)\b/)
  }
  const { html } = await open('/posts/flood.md')
  expect(html.indexOf('What we know')).toBeLessThan(html.indexOf('## 2026-02-03 19:59 Number 119'))
})

it.each(['feed.xml', 'atom.xml', 'feed.json'])(
  'has a feed of its own, %s, that the page names',
  async (name) => {
    const { status, html } = await open(`/posts/flood/${name}`)
    expect(status).toBe(200)
    expect(html).toContain(`${site.url}/posts/flood/updates/2026-02-03-1959`)
    expect(html).toContain('Words of 119.')
    expect(html).toContain('It was “118”')
    const { all } = readHtml((await open('/posts/flood')).html, site.url)
    const links = all('link').map(({ properties }) => properties.href)
    expect(links).toContain(`${site.url}/posts/flood/${name}`)
  },
)

it('bounds the feed to the newest fifty updates', async () => {
  const { items } = JSON.parse((await open('/posts/flood/feed.json')).html)
  expect(items).toHaveLength(50)
  expect(items[1]).toMatchObject({
    id: `${site.url}/posts/flood/updates/2026-02-03-1958`,
    title: 'Number 118',
    date_published: '2026-02-03T19:58:00Z',
    date_modified: '2026-02-03T20:30:00Z',
    authors: [{ name: 'Ada Quill' }],
  })
})

it('answers what open pages ask for with the newest updates, and 304 while nothing changed', async () => {
  const response = await site.get('/posts/flood/updates.json')
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1')
  const { isLive, pinned, shown, texts } = JSON.parse(await response.text())
  expect(isLive).toBe(false)
  expect(shown).toHaveLength(20)
  expect(shown[0]).toEqual(['2026-02-03-1959', expect.stringMatching(/^[0-9a-f]{6}$/)])
  expect(Object.keys(texts)).toHaveLength(21)
  expect(pinned).toEqual([['2026-02-03-1800', expect.any(String)]])
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

describe.each([
  ['a draft', { draft: 'true' }],
  ['embargoed', { date: '2199-01-01T00:00:00Z' }],
  ['expired', { expires: '2026-02-05T00:00:00Z' }],
])('a live story that is %s', (_name, fields) => {
  const word = `sealed-${Object.keys(fields).join('')}`

  beforeAll(async () => {
    const text = toPostText(
      { ...FIELDS, title: word, ...fields },
      `## 2026-02-03 18:00 About ${word}\n\nWords.\n`,
    )
    paper.write(`posts/${word}.md`, text)
    paper.write('posts/mark.md', toPostText({ title: `Saved after ${word}`, date: new Date().toISOString() }))
    await eventually(async () => expect((await open('/')).html).toContain(`Saved after ${word}`))
  })

  it.each([
    '',
    '.md',
    '/page/2',
    '/updates/2026-02-03-1800',
    '/updates.json',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
  ])('is not at its address with %j behind it', async (end) => {
    const { status, html } = await open(`/posts/${word}${end}`)
    expect([404, 410]).toContain(status)
    expect(html).not.toContain(`About ${word}`)
  })

  it.each(['/', '/feed.xml', '/sections/news', '/sitemaps/posts-2026-02.xml', `/search.json?q=about`])(
    'is not named by %s',
    async (path) => {
      const { html } = await open(path)
      expect(html).not.toContain(`About ${word}`)
      expect(html).not.toContain(`/posts/${word}`)
    },
  )
})

describe('on the front page', () => {
  it('shows the three latest updates of a story that is live, and of none that has ended', async () => {
    const start = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000)
    const toInstant = (minute: number) => new Date(start.getTime() + minute * 60_000).toISOString()
    const toNow = (minute: number, headline: string) =>
      `## ${toInstant(minute).slice(0, 10)} ${toInstant(minute).slice(11, 16)} ${headline}\n\nWords.\n`
    const updates = ['One', 'Two', 'Three', 'Four'].map((headline, at) => toNow(at, headline))
    const save = (texts: readonly string[]) =>
      paper.write(
        'posts/storm.md',
        toPostText({ title: 'Storm', date: start.toISOString(), type: 'live' }, texts.join('\n')),
      )
    const listFront = async () => {
      const { html } = await open('/')
      return [...html.matchAll(/href="\/posts\/storm\/updates\/[^"]+">([^<]+)</g)].map(([, words]) => words)
    }
    save(updates)
    await eventually(async () => expect(await listFront()).toEqual(['Four', 'Three', 'Two']))
    save([...updates, toNow(4, 'Five')])
    await eventually(async () => expect(await listFront()).toEqual(['Five', 'Four', 'Three']))
    expect((await open('/')).html).not.toContain('/posts/flood/updates/')
  })
})
