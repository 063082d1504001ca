import { FEED_FORMAT_NAMES, FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { listFeedPaths } from '#lib/routes/feed-paths.ts'
import { toPreviewPath } from '#lib/routes/preview-path.ts'
import { listRoutes, type RouteName } from '#lib/routes/route-table.ts'
import { readFontPackage } from '../support/fonts.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSite } from '../support/site-server.ts'

const SECRET = 'a secret of the newsroom'
const KEY = '0123456789abcdef'
const HTML = 'text/html; charset=utf-8'
const XML = 'application/xml; charset=utf-8'
const PLAIN = 'text/plain; charset=utf-8'
const MARKDOWN = 'text/markdown; charset=utf-8'
const ENCODED = 'Accept-Encoding'
/** What Next says of all it answers by itself. */
const NEXT = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'
const NEGOTIATED = 'Accept-Encoding, Accept'

const paper = createPaper({
  'posts/tide.md': toPostText({
    title: 'Tide',
    section: 'Harbour',
    tags: '[tides]',
    author: 'Ada Quill',
    image: 'quay.jpg',
  }),
  'posts/plain.md': toPostText({ title: 'Plain', section: 'Harbour', date: '2026-02-03' }),
  'posts/flood.md': toPostText(
    { title: 'Flood', date: '2026-02-03T08:00:00Z', type: 'live' },
    Array.from({ length: 51 }, (_, at) => `## 08:${String(at + 1).padStart(2, '0')} Update\n\nWords.\n`).join(
      '\n',
    ),
  ),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
  'pages/search.md': '---\ntitle: Search\n---\nNever seen.\n',
  'pages/metrics.md': '---\ntitle: Metrics\n---\nNever seen.\n',
  'site.yaml': `indexNow: { key: ${KEY} }\nfeeds: { partners: [msn] }\nstandardSite: at://did:plc:abc/site.standard.publication/3k\nrobots: { ai: { training: refuse } }\ntheme: { fonts: { display: fonts/headlines.woff2 } }\n`,
  'root/ads.txt': 'ads.example, 1, DIRECT\n',
})
const site = setUpSite(paper, { PREVIEW_SECRET: SECRET, METRICS_TOKEN: 'token' })

beforeAll(async () => {
  paper.write('posts/quay.jpg', await makeJpeg(1200, 800))
  paper.write('fonts/headlines.woff2', readFontPackage('noto-serif-latin-700-normal'))
})

/** `sibling` is an address of the family where nothing is; null where the family has but one address. */
type Example = { path: string; type: string; vary: string | null; sibling: string | null; status?: number }

const EXAMPLES: Record<RouteName, Example> = {
  home: { path: '/', type: HTML, vary: ENCODED, sibling: '/page/9' },
  post: { path: '/posts/tide', type: HTML, vary: NEGOTIATED, sibling: '/posts/none' },
  postMarkdown: { path: '/posts/tide.md', type: MARKDOWN, vary: NEGOTIATED, sibling: '/posts/none.md' },
  livePage: { path: '/posts/flood/page/2', type: HTML, vary: ENCODED, sibling: '/posts/flood/page/4' },
  liveUpdate: {
    path: '/posts/flood/updates/2026-02-03-0801',
    type: HTML,
    vary: ENCODED,
    sibling: '/posts/flood/updates/2026-02-03-0799',
  },
  liveRss: { path: '/posts/flood/feed.xml', type: XML, vary: ENCODED, sibling: '/posts/tide/feed.xml' },
  liveAtom: { path: '/posts/flood/atom.xml', type: XML, vary: ENCODED, sibling: '/posts/tide/atom.xml' },
  liveJson: {
    path: '/posts/flood/feed.json',
    type: 'application/feed+json; charset=utf-8',
    vary: ENCODED,
    sibling: '/posts/tide/feed.json',
  },
  liveFragment: {
    path: '/posts/flood/updates.json',
    type: 'application/json',
    vary: ENCODED,
    sibling: '/posts/tide/updates.json',
  },
  section: { path: '/sections/harbour', type: HTML, vary: ENCODED, sibling: '/sections/none' },
  tag: { path: '/tags/tides', type: HTML, vary: ENCODED, sibling: '/tags/none' },
  author: { path: '/authors/ada-quill', type: HTML, vary: ENCODED, sibling: '/authors/none' },
  sections: { path: '/sections', type: HTML, vary: ENCODED, sibling: null },
  sectionsPage: {
    path: '/sections/page/2',
    type: HTML,
    vary: ENCODED,
    sibling: '/sections/page/9',
    status: 404,
  },
  tags: { path: '/tags', type: HTML, vary: ENCODED, sibling: null },
  tagsPage: { path: '/tags/page/2', type: HTML, vary: ENCODED, sibling: '/tags/page/9', status: 404 },
  authors: { path: '/authors', type: HTML, vary: ENCODED, sibling: null },
  authorsPage: {
    path: '/authors/page/2',
    type: HTML,
    vary: ENCODED,
    sibling: '/authors/page/9',
    status: 404,
  },
  archive: { path: '/archive', type: HTML, vary: ENCODED, sibling: '/archive/none' },
  year: { path: '/archive/2026', type: HTML, vary: ENCODED, sibling: '/archive/1999' },
  month: { path: '/archive/2026/02', type: HTML, vary: ENCODED, sibling: '/archive/2026/12' },
  corrections: { path: '/corrections', type: HTML, vary: ENCODED, sibling: '/corrections/none' },
  feeds: { path: '/feeds', type: HTML, vary: ENCODED, sibling: '/feeds/none' },
  search: { path: '/search?q=tide', type: HTML, vary: ENCODED, sibling: '/search/none' },
  preview: {
    path: toPreviewPath('draft', new Date('2099-01-01T00:00:00Z'), SECRET),
    type: HTML,
    vary: ENCODED,
    sibling: '/preview/draft/4070908800/none',
  },
  root: { path: '/ads.txt', type: PLAIN, vary: ENCODED, sibling: '/_root/ads.txt' },
  page: { path: '/about', type: HTML, vary: ENCODED, sibling: '/none' },
  feedWords: {
    path: '/feed-words.css',
    type: 'text/css; charset=utf-8',
    vary: ENCODED,
    sibling: '/none.css',
  },
  feedList: { path: '/feeds.opml', type: 'text/x-opml; charset=utf-8', vary: ENCODED, sibling: '/none.opml' },
  partnerFeed: { path: '/feeds/msn.xml', type: XML, vary: ENCODED, sibling: '/feeds/none.xml' },
  searchJson: {
    path: '/search.json?q=tide',
    type: 'application/json; charset=utf-8',
    vary: ENCODED,
    sibling: '/none.json',
  },
  searchFeed: { path: '/search/feed.xml?q=tide', type: XML, vary: ENCODED, sibling: '/search/none.xml' },
  openSearch: {
    path: '/opensearch.xml',
    type: 'application/opensearchdescription+xml; charset=utf-8',
    vary: ENCODED,
    sibling: '/open.xml',
  },
  llms: { path: '/llms.txt', type: MARKDOWN, vary: ENCODED, sibling: '/none.txt' },
  robots: { path: '/robots.txt', type: PLAIN, vary: ENCODED, sibling: '/robots' },
  manifest: {
    path: '/manifest.webmanifest',
    type: 'application/manifest+json',
    vary: ENCODED,
    sibling: '/none.webmanifest',
  },
  sitemap: { path: '/sitemap.xml', type: XML, vary: ENCODED, sibling: '/none.xml' },
  newsSitemap: { path: '/news-sitemap.xml', type: PLAIN, vary: ENCODED, sibling: '/news.xml', status: 404 },
  sitemapPart: { path: '/sitemaps/pages.xml', type: XML, vary: ENCODED, sibling: '/sitemaps/none.xml' },
  license: { path: '/license.xml', type: 'application/rsl+xml; charset=utf-8', vary: ENCODED, sibling: null },
  oEmbed: {
    path: 'oembed',
    type: 'application/json',
    vary: ENCODED,
    sibling: '/oembed/none',
  },
  contentHook: {
    path: '/hooks/content',
    type: 'text/plain;charset=UTF-8',
    vary: `${NEXT}, ${ENCODED}`,
    sibling: '/hooks/none',
    status: 404,
  },
  mcp: {
    path: '/mcp',
    type: 'text/plain;charset=UTF-8',
    vary: `${NEXT}, ${ENCODED}`,
    sibling: '/mcp/none',
    status: 405,
  },
  mcpCard: {
    path: '/mcp/server-card',
    type: 'application/mcp-server-card+json',
    vary: ENCODED,
    sibling: null,
  },
  aiCatalog: {
    path: '/.well-known/ai-catalog.json',
    type: 'application/ai-catalog+json',
    vary: ENCODED,
    sibling: '/.well-known/none.json',
  },
  standardSite: {
    path: '/.well-known/site.standard.publication',
    type: PLAIN,
    vary: ENCODED,
    sibling: '/.well-known/site.standard.none',
  },
  indexNowKey: { path: `/${KEY}.txt`, type: PLAIN, vary: ENCODED, sibling: '/fedcba9876543210.txt' },
  favicon: { path: '/favicon.ico', type: 'image/x-icon', vary: ENCODED, sibling: '/none.ico' },
  icon: { path: '/icon.svg', type: 'image/svg+xml', vary: ENCODED, sibling: '/none.svg' },
  icon192: { path: '/icon-192.png', type: 'image/png', vary: ENCODED, sibling: '/icon-193.png' },
  icon512: { path: '/icon-512.png', type: 'image/png', vary: ENCODED, sibling: null },
  iconMaskable: { path: '/icon-maskable-512.png', type: 'image/png', vary: ENCODED, sibling: null },
  touchIcon: { path: '/apple-touch-icon.png', type: 'image/png', vary: ENCODED, sibling: null },
  font: { path: 'font', type: 'font/woff2', vary: null, sibling: '/media/face/none.woff2' },
  card: {
    path: 'card',
    type: 'image/jpeg',
    vary: null,
    sibling: '/media/card/plain/00000000000000000000.jpg',
  },
  picture: {
    path: 'picture',
    type: 'image/jpeg',
    vary: null,
    sibling: '/media/p/00000000000000000000/none.jpg',
  },
  media: { path: '/media/posts/quay.jpg', type: 'image/jpeg', vary: null, sibling: '/media/posts/none.jpg' },
  health: {
    path: '/healthz',
    type: 'application/json',
    vary: `${NEXT}, ${ENCODED}`,
    sibling: '/healthz/none',
  },
  metrics: { path: '/metrics', type: PLAIN, vary: null, sibling: '/metrics/none', status: 401 },
  feed: { path: '/_feed/feed.xml', type: HTML, vary: ENCODED, sibling: null, status: 404 },
  gone: { path: '/_gone', type: HTML, vary: ENCODED, sibling: null, status: 404 },
  missing: { path: '/_missing', type: HTML, vary: ENCODED, sibling: null, status: 404 },
}

/** Addresses with a hash in them are read from the page that prints them; one names a page of this very site. */
async function findPath({ path }: Example): Promise<string> {
  if (path.startsWith('/')) return path
  if (path === 'oembed') return `/oembed?url=${encodeURIComponent(`${site.url}/posts/tide`)}`
  if (path === 'font') {
    const [found] = /\/media\/face\/\w+\.woff2/.exec(await (await site.get('/')).text()) ?? []
    return found ?? ''
  }
  const story = path === 'card' ? '/posts/plain' : '/posts/tide'
  const page = readHtml(await (await site.get(story)).text(), site.url)
  return new URL(page.meta['og:image'] ?? '').pathname
}

it.each(listRoutes().map(({ name }) => [name, EXAMPLES[name]] as const))(
  '%s is answered, and what is not there is not',
  async (_name, example) => {
    const response = await site.get(await findPath(example))
    const { status, headers } = response
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([
      example.status ?? 200,
      example.type,
      example.vary,
    ])
    if (example.sibling !== null) expect((await site.get(example.sibling)).status).toBe(404)
  },
)

it.each(
  listFeedPaths({ kind: 'section', slug: 'harbour' }).map(
    (path, at) => [path, FEED_FORMAT_NAMES[at]] as const,
  ),
)('%s is the feed in the format %s', async (path, format) => {
  const { status, headers } = await site.get(path)
  const { servedAs } = FEED_FORMATS[format ?? 'rss']
  expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([
    200,
    `${servedAs}; charset=utf-8`,
    ENCODED,
  ])
  expect(headers.get('link')).toContain('rel="self"')
})

it.each([
  ['/page/1/feed.xml', '/feed.xml'],
  ['/sections/harbour/page/1/atom.xml', '/sections/harbour/atom.xml'],
])('%s is moved to %s', async (path, target) => {
  const response = await site.get(path)
  expect([response.status, new URL(response.headers.get('location') ?? '', site.url).pathname]).toEqual([
    308,
    target,
  ])
})

it.each([
  '/sections/none/feed.xml',
  '/page/99/feed.json',
  '/tags/tides/page/x/atom.xml',
  '/archive/2026/feed.xml',
])('%s, a feed of nothing, is missing', async (path) => {
  expect((await site.get(path)).status).toBe(404)
})

it('publishes no page where the site itself answers', async () => {
  const pages = await (await site.get('/sitemaps/pages.xml')).text()
  expect(pages).not.toContain('/search</loc>')
  expect(pages).toContain('/corrections</loc>')
  expect(pages).not.toContain('/metrics</loc>')
})
