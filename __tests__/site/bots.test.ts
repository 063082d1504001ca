import type { Element } from 'hast'
import { BOTS, type Bot, readAs } from '../support/bots.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'

const SITE_URL = 'https://packet.example'

/** Every kind of page, and what its head must name beyond what all do. */
const PAGES = [
  {
    path: '/',
    type: 'website',
    feeds: ['/feed.xml', '/atom.xml', '/feed.json'],
    graph: ['WebSite', 'NewsMediaOrganization'],
  },
  {
    path: '/posts/surge-staithe-wall',
    type: 'article',
    feeds: ['/feed.xml', '/posts/surge-staithe-wall.md'],
    graph: ['NewsArticle', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/sections/news',
    type: 'website',
    feeds: ['/sections/news/feed.xml', '/sections/news/atom.xml', '/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/tags/tides',
    type: 'website',
    feeds: ['/tags/tides/feed.json'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/authors/idris-pennock',
    type: 'profile',
    feeds: ['/authors/idris-pennock/feed.xml'],
    graph: ['ProfilePage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/page/2',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/archive',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/archive/2026',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/archive/2026/11',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/about',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['AboutPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/contact',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['ContactPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/privacy',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['WebPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
  {
    path: '/corrections',
    type: 'website',
    feeds: ['/feed.xml'],
    graph: ['CollectionPage', 'BreadcrumbList', 'NewsMediaOrganization'],
  },
]

/** All tags stand within so many bytes of the page's beginning. */
const HEAD_BYTES = 16 * 1024

const site = setUpSharedSite('named')

const readHead = (html: string) => {
  const page = readHtml(html, SITE_URL)
  const links = page
    .all('head')
    .flatMap(({ children }) =>
      children.filter((child): child is Element => child.type === 'element' && child.tagName === 'link'),
    )
  const hrefs = (rel: string) =>
    links
      .filter(({ properties }) => String(properties.rel) === rel)
      .map(({ properties }) => String(properties.href))
  return { ...page, title: page.text('title'), hrefs }
}

const cases = PAGES.flatMap((page) =>
  BOTS.map((bot): [string, string, (typeof PAGES)[number], Bot] => [page.path, bot.name, page, bot]),
)

describe.each(cases)('%s, as %s reads it', (_path, _name, page, bot) => {
  it('has in its head all that a preview and an index need', async () => {
    const { status, coding, html } = await readAs(bot, site.url + page.path)
    expect(status === 206 && bot.headers.range !== undefined ? 200 : status).toBe(200)
    if (coding !== 'identity') expect(bot.headers['accept-encoding']).toContain(coding)
    const { meta, title, hrefs } = readHead(html.slice(0, HEAD_BYTES))
    expect(title).not.toBe('')
    expect(meta.description).not.toBe('')
    expect(meta.robots).toContain('max-image-preview:large')
    expect(meta['theme-color']).toMatch(/^#/)
    expect(hrefs('canonical')).toEqual([SITE_URL + page.path])
    expect(meta).toMatchObject({
      'og:type': page.type,
      'og:site_name': 'The Saltmarsh Packet',
      'og:locale': 'en_US',
      'og:url': SITE_URL + page.path,
      'og:title': expect.stringMatching(/\S/),
      'og:description': expect.stringMatching(/\S/),
      'og:image': expect.stringMatching(/^https:\/\/packet\.example\/media\//),
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:logo': `${SITE_URL}/media/logo.png`,
      'og:image:alt': expect.stringMatching(/\S/),
      'twitter:card': 'summary_large_image',
      'twitter:title': expect.stringMatching(/\S/),
    })
    expect(hrefs('alternate')).toEqual(expect.arrayContaining(page.feeds.map((path) => SITE_URL + path)))
    expect(hrefs('manifest')).toEqual(['/manifest.webmanifest'])
    expect(hrefs('icon')).toEqual(['/favicon.ico', '/icon.svg', '/icon-192.png'])
    expect(hrefs('apple-touch-icon')).toEqual(['/apple-touch-icon.png'])
  })
})

it.each(PAGES.map(({ path }) => path))('%s has nothing of its head in its body', async (path) => {
  const { all } = readHead(await (await site.get(path)).text())
  const [body] = all('body')
  const listBelow = (element: Element): Element[] =>
    element.children.flatMap((child) => (child.type === 'element' ? [child, ...listBelow(child)] : []))
  const names = body === undefined ? [] : listBelow(body).map(({ tagName }) => tagName)
  expect(names).toContain('h1')
  expect(names.filter((name) => ['meta', 'link', 'base'].includes(name))).toEqual([])
})

it('has a colour by day and one by night', async () => {
  const { all } = readHead(await (await site.get('/')).text())
  const colours = all('meta').filter(({ properties }) => properties.name === 'theme-color')
  expect(colours.map(({ properties }) => properties.media)).toEqual([
    '(prefers-color-scheme: light)',
    '(prefers-color-scheme: dark)',
  ])
  expect(new Set(colours.map(({ properties }) => properties.content)).size).toBe(2)
})

it('says the same dates to people, to previews and to search engines', async () => {
  const { all, meta } = readHead(await (await site.get('/posts/surge-staithe-wall')).text())
  const [script] = all('script').filter(({ properties }) => properties.type === 'application/ld+json')
  const [json] = script?.children ?? []
  const [article] = json?.type === 'text' ? JSON.parse(json.value)['@graph'] : []
  const [dates] = all('dl')
  const times = all('time').map(({ properties }) => properties.dateTime)
  expect(dates?.properties.className).toEqual(['article-dates'])
  expect(times.slice(0, 2)).toEqual([article.datePublished, article.dateModified])
  expect(times.slice(0, 2)).toEqual([meta['article:published_time'], meta['article:modified_time']])
})

it.each(PAGES.map(({ path }) => path))('%s is the same for everybody', async (path) => {
  const heads = await Promise.all(
    BOTS.map(async (bot) => {
      const { html } = await readAs(bot, site.url + path)
      const { meta, title } = readHead(html)
      return JSON.stringify([title, meta])
    }),
  )
  expect(new Set(heads).size).toBe(1)
})

it('says of a story when, by whom, where and what about', async () => {
  const html = await (await site.get('/posts/surge-staithe-wall')).text()
  const { meta, all } = readHead(html)
  expect(meta).toMatchObject({
    'article:published_time': '2026-11-21T11:40:00Z',
    'article:modified_time': '2026-11-22T09:15:00Z',
    'article:section': 'News',
    'article:author': `${SITE_URL}/authors/idris-pennock`,
    author: 'Idris Pennock',
    'twitter:card': 'summary_large_image',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:type': 'image/jpeg',
  })
  const tags = all('meta').filter(({ properties }) => properties.property === 'article:tag')
  expect(tags.map(({ properties }) => properties.content)).toEqual([
    'flood defences',
    'tides',
    'weather',
    'rescue boat',
  ])
  expect(all('meta').filter(({ properties }) => properties.property === 'og:image')).toHaveLength(1)
})

it.each(PAGES)('$path has one graph, of $graph', async ({ path, graph }) => {
  const { all } = readHead(await (await site.get(path)).text())
  const scripts = all('script').filter(({ properties }) => properties.type === 'application/ld+json')
  const texts = scripts.map(({ children: [child] }) => (child?.type === 'text' ? child.value : ''))
  expect(
    texts.map((text) => JSON.parse(text)['@graph'].map((node: Record<string, unknown>) => node['@type'])),
  ).toEqual([graph])
})

it('has the pages of a list before and after as links of the page, none of them in its head', async () => {
  const html = await (await site.get('/page/2')).text()
  const { hrefs } = readHead(html)
  expect([hrefs('prev'), hrefs('next'), hrefs('canonical')]).toEqual([[], [], [`${SITE_URL}/page/2`]])
  expect(html).toMatch(/<a [^>]*rel="prev" href="\/"/)
  expect(html).toMatch(/<a [^>]*rel="next" href="\/page\/3"/)
})

it.each([
  ['/posts/none', 404],
  ['/none/at/all', 404],
])('%s is %i, and not to be found', async (path, status) => {
  const response = await site.get(path)
  expect(response.status).toBe(status)
  expect(readHead(await response.text()).meta.robots).toContain('noindex')
})

it('is canonical without the query it was asked with', async () => {
  const { hrefs } = readHead(await (await site.get('/sections/news?utm_source=x&fbclid=y')).text())
  expect(hrefs('canonical')).toEqual([`${SITE_URL}/sections/news`])
})
