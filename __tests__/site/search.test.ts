import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { setUpSite } from '../support/site-server.ts'

const SHIPS = Array.from({ length: 23 }, (_, number) => [
  `posts/ship-${number}.md`,
  toPostText(
    {
      title: `Ship ${number}`,
      section: 'Harbour',
      tags: '[Ships, Docks]',
      date: `2026-01-${String(number + 1).padStart(2, '0')}`,
    },
    `A ship number${number} docks.\n`,
  ),
])

const FERRY =
  'The ferry terminal closes for dredging while the quay is rebuilt and passengers use the temporary pontoon.'

const paper = createPaper({
  'site.yaml': 'name: The Paper\nlanguage: en\nsearch: { synonyms: [[lighthouse, pharos]] }\n',
  'posts/lighthouse.md': toPostText(
    { title: 'Lighthouse <b>opens</b>', section: 'News', author: 'Ada Quill', date: '2026-02-01' },
    'The old **lighthouse** & tower open.\n',
  ),
  'posts/manara.md': toPostText(
    { title: 'افتتاح المنارة', language: 'ar', date: '2025-02-01' },
    'افتتحت المنارة القديمة.\n',
  ),
  'posts/ferry.md': toPostText(
    { title: 'Ferry terminal closes', date: '2026-01-10T12:00:00Z' },
    `${FERRY}\n`,
  ),
  'posts/dredging.md': toPostText(
    { title: 'Dredging begins', date: '2024-01-01' },
    'Dredging near the ferry terminal began; the pontoon and the quay stay open to passengers says the port.\n',
  ),
  'posts/pontoon.md': toPostText(
    { title: 'A pontoon for passengers', date: '2023-01-01' },
    'The temporary pontoon serves passengers of the ferry until the terminal and its quay are rebuilt in autumn.\n',
  ),
  ...Object.fromEntries(SHIPS),
})
const site = setUpSite(paper, { SITE_URL: 'https://paper.example' })

const getText = async (path: string) => (await site.get(path)).text()
const search = (query: string) => getText(`/search?${new URLSearchParams({ q: query })}`)

describe('/search', () => {
  it('asks for words where there are none', async () => {
    const html = await getText('/search')
    expect(html).toContain('<h1>Search the paper</h1>')
    expect(html).toMatch(/<form[^>]*action="\/search"/)
    expect(html).not.toContain('class="search-hit"')
  })

  it('says how many stories there are, and marks what was searched for', async () => {
    const html = await search('lighthouse')
    expect(html).toContain('<h1>1 story found</h1>')
    expect(html).toContain('<mark>Lighthouse</mark>')
    expect(html).toContain('The old <mark>lighthouse</mark> &amp; tower open.')
    expect(html).toContain('href="/posts/lighthouse"')
  })

  it('shows a story in its own language and direction', async () => {
    expect(await search('المنارة')).toMatch(/<h2[^>]*lang="ar"[^>]*dir="rtl"/)
  })

  it('says when it shows stories for another spelling', async () => {
    const html = await search('lighthuose')
    expect(html).toContain('No story has “lighthuose”. These have “lighthouse”:')
    expect(html).toContain('href="/posts/lighthouse"')
  })

  it('knows the synonyms of site.yaml', async () => {
    const html = await search('pharos')
    expect(html).toContain('<h1>1 story found</h1>')
    expect(html).toContain('The old <mark>lighthouse</mark> &amp; tower open.')
  })

  it('helps where nothing is found', async () => {
    const html = await search('qqqqqq')
    expect(html).toContain('<h1>No story has “qqqqqq”</h1>')
    expect(html).toContain('href="/archive"')
  })

  it('narrows by links with numbers', async () => {
    const html = await search('section:harbour ship')
    expect(html).toContain('<h1>23 stories found</h1>')
    expect(html).toContain('/search?q=section%3Aharbour+ship&amp;sort=newest')
    expect(html).toContain('Page 1 of 3')
  })

  it('has pages, and no page beyond the last', async () => {
    expect(await getText('/search?q=ship&sort=newest&page=3')).toContain('href="/posts/ship-2"')
    const beyond = await getText('/search?q=ship&page=9')
    expect(beyond).not.toContain('class="search-hit"')
    expect(beyond).toContain('<h1>23 stories found</h1>')
  })

  it('is not to be found itself', async () => {
    expect(await search('ship')).toMatch(/<meta name="robots" content="noindex/)
    expect(await getText('/robots.txt')).toContain('Disallow: /search')
    expect((await site.get('/search.json?q=ship')).headers.get('x-robots-tag')).toBe('noindex')
  })

  it('needs no script', async () => {
    expect(await search('ship')).not.toContain('/_next/')
  })

  it.each([
    ['quotation marks', '"""'],
    ['operators', 'a AND (b OR NOT c) NEAR ^ *'],
    ['markup', '<script>alert(1)</script>'],
    ['NUL', 'a\u0000b'],
    ['one letter', 'a'],
    ['marks', '\u0301\u0301'],
    ['much', 'x y '.repeat(2_000)],
  ])('answers odd queries: %s', async (_, query) => {
    const response = await site.get(`/search?${new URLSearchParams({ q: query })}`)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('<script>alert(1)')
  })

  it('ignores what it cannot read', async () => {
    expect((await site.get('/search?q=ship&page=-1&sort=up&from=now&q=other&%ff=1')).status).toBe(200)
  })
})

describe('what changes', () => {
  it('is found when it is saved, as it is, and no longer when it is gone', async () => {
    expect(await search('zeppelin')).toContain('No story has')
    paper.write('posts/air.md', toPostText({ title: 'Zeppelin lands' }))
    await eventually(async () => expect(await search('zeppelin')).toContain('href="/posts/air"'))
    paper.write('posts/air.md', toPostText({ title: 'Airship lands' }))
    await eventually(async () => expect(await search('zeppelin')).toContain('No story has'))
    paper.remove('posts/air.md')
    await eventually(async () => expect(await search('airship')).toContain('No story has'))
  })

  it('is found on the second of its publication', async () => {
    const at = new Date(Math.ceil(Date.now() / 1000 + 4) * 1000)
    paper.write('posts/later.md', toPostText({ title: 'Embargo lifted', date: at.toISOString() }))
    await eventually(async () => expect((await site.get('/posts/later')).status).toBe(404))
    expect(await search('embargo')).toContain('No story has')
    await wait(Math.max(0, at.getTime() - Date.now()))
    expect(await search('embargo')).toContain('href="/posts/later"')
  })
})

describe('beyond the page', () => {
  it('answers programs', async () => {
    const response = await site.get('/search.json?q=ship&page=2')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const json = await response.json()
    expect(json).toMatchObject({
      query: 'ship',
      total: 23,
      page: 2,
      pages: 3,
      next: 'https://paper.example/search.json?q=ship&page=3',
    })
    expect(json.hits).toHaveLength(10)
    expect(json.hits[0]).toMatchObject({ language: 'en', section: 'Harbour', marks: ['ship'] })
  })

  it('answers who is still typing', async () => {
    const { hits } = await (await site.get('/search.json?q=the+old+lighth*')).json()
    expect(hits).toMatchObject([{ title: 'Lighthouse opens', url: 'https://paper.example/posts/lighthouse' }])
  })

  it('names topics near a topic', async () => {
    expect(await getText('/tags/ships')).toMatch(
      /<nav aria-label="Related topics"><ul class="list-header-links"><li><a href="\/tags\/docks">Docks</,
    )
    expect(await getText('/tags/ships/page/2')).not.toContain('Related topics')
  })

  it('has a feed of a search, the newest first', async () => {
    const xml = await getText('/search/feed.xml?q=ship')
    expect(xml).toContain('<title>Stories for “ship” — The Paper</title>')
    expect([...xml.matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title).slice(0, 2)).toEqual([
      'Ship 22',
      'Ship 21',
    ])
    expect(await getText('/search/feed.xml?q=lighthuose')).not.toContain('<item>')
  })

  it('tells browsers how to search', async () => {
    expect(await getText('/')).toMatch(/<link[^>]*rel="search"[^>]*href="\/opensearch.xml"/)
    expect(await getText('/opensearch.xml')).toContain('https://paper.example/search?q={searchTerms}')
    expect(await getText('/')).toContain('https://paper.example/search?q={search_term_string}')
  })

  it('offers to search for the words of an address where nothing is', async () => {
    const response = await site.get('/2014/06/30/tide-tables.html')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('value="tide tables"')
  })

  it('names related stories, and no longer one that is gone', async () => {
    const html = await getText('/posts/ferry')
    expect(html).toContain('Related stories')
    expect(html).toContain('href="/posts/dredging"')
    paper.remove('posts/dredging.md')
    await eventually(async () =>
      expect(await getText('/posts/ferry')).not.toContain('href="/posts/dredging"'),
    )
  })
})

it('asks who searches too often to wait', async () => {
  const statuses = new Set<number>()
  for (let made = 0; made < 120; made += 1)
    statuses.add((await site.get(`/search?q=ship&page=${(made % 3) + 1}`)).status)
  expect(statuses).toEqual(new Set([200, 429]))
  expect((await site.get('/posts/lighthouse')).status).toBe(200)
})

describe('a paper without a search', () => {
  const quiet = createPaper({
    'site.yaml': 'name: Das Blatt\nlanguage: de\nsearch: false\n',
    'posts/eins.md': toPostText({ title: 'Eins' }, 'Ein Schiff.\n'),
  })
  const quietSite = setUpSite(quiet)
  const asked = [
    '/search',
    '/search?q=schiff',
    '/search.json?q=schiff',
    '/search/feed.xml?q=schiff',
    '/opensearch.xml',
  ]
  const listStatuses = () => Promise.all(asked.map(async (path) => (await quietSite.get(path)).status))

  it.each(['/', '/archive', '/posts/eins', '/tide-tables'])('speaks of none on %s', async (path) => {
    const html = await (await quietSite.get(path)).text()
    expect(html).not.toMatch(/action="\/search"|rel="search"|href="\/search"|SearchAction/)
  })

  it('has one from the moment the setting is gone, and asks to wait in its own language', async () => {
    expect(await listStatuses()).toEqual([404, 404, 404, 404, 404])
    quiet.write('site.yaml', 'name: Das Blatt\nlanguage: de\n')
    await eventually(async () => expect(await listStatuses()).toEqual([200, 200, 200, 200, 200]))
    expect(await (await quietSite.get('/')).text()).toContain('action="/search"')
    for (let made = 0; made < 120; made += 1) await quietSite.get('/search?q=schiff')
    const response = await quietSite.get('/search?q=schiff')
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await response.text()).toContain('<h1>Bitte einen Moment Geduld</h1>')
  })
})
