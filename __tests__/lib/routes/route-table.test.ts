import { globSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isReservedSlug } from '#lib/routes/reserved-slugs.ts'
import {
  getService,
  getVary,
  hasMarkdownVersion,
  isPrivatePath,
  listDisallowed,
  listNextSources,
  listSitemapPaths,
  listUnprefetched,
} from '#lib/routes/route-properties.ts'
import { listRoutes, type NamedRoute } from '#lib/routes/route-table.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'

/** The routes of `app/`, as Next's URLs have them: `%5F` in a folder's name is an underscore. */
function listAppRoutes(): string[] {
  return globSync(['app/**/{page.tsx,route.ts}', 'app/.well-known/**/route.ts']).map(
    (file) => `/${path.relative('app', path.dirname(file)).replaceAll('%5F', '_')}`,
  )
}

function listOwnRoutes({ path: pattern, app, list }: NamedRoute): string[] {
  if (app === null) return []
  const own = app ?? pattern
  return list === undefined ? [own] : [own, `${own === '/' ? '' : own}/page/[page]`]
}

it('has every route of app/, and app/ every route it has', () => {
  expect(listAppRoutes().sort()).toEqual(listRoutes().flatMap(listOwnRoutes).sort())
})

it('keeps the names of all files in public/ from pages', () => {
  const files = readdirSync('public', { withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(({ name }) => !isReservedSlug(name))).toEqual([])
})

it.each([
  ['/', ['site', 'all:', 'day']],
  ['/page/2', ['site', 'all:']],
  ['/feed.xml', ['site', 'all:']],
  ['/_feed/feed.xml', ['site', 'all:']],
  ['/about', ['site', 'all:']],
  ['/posts/tide', ['site', 'post:tide', 'related']],
  ['/posts/tide.md', ['site', 'post:tide']],
  ['/posts/tide/markdown', ['site', 'post:tide']],
  ['/posts/what-is-node.js', ['site', 'post:what-is-node.js', 'related']],
  ['/posts/%E6%BD%AE', ['site', 'post:潮', 'related']],
  ['/posts/%ff', ['site', 'post:%ff', 'related']],
  ['/posts/tide/extra', ['site', 'all:']],
  ['/favicon.ico', ['site']],
  ['/license.xml', ['site']],
  ['/mcp/server-card', ['site']],
  ['/robots.txt', ['site', 'all:', 'news']],
  ['/tags', ['site', 'all:']],
  ['/tags/page/2', ['site', 'all:']],
  ['/feeds', ['site', 'all:']],
  ['/sections/world-news', ['site', 'section:world-news']],
  ['/tags/%E6%BD%AE/page/2', ['site', 'tag:潮']],
  ['/authors/ada/page/2/feed.json', ['site', 'author:ada']],
  ['/_feed/sections/world-news/atom.xml', ['site', 'section:world-news']],
  ['/archive', ['site', 'all:']],
  ['/search', ['site', 'all:', 'search']],
  ['/search.json', ['site', 'all:', 'search']],
  ['/search/feed.xml', ['site', 'all:', 'search']],
  ['/archive/2026/page/2', ['site', 'year:2026']],
  ['/archive/2026/11', ['site', 'month:2026-11']],
  ['/sitemap.xml', ['site', 'all:']],
  ['/sitemaps/pages.xml', ['site', 'all:']],
  ['/sitemaps/posts-2026-11.xml', ['site', 'month:2026-11']],
  ['/sitemaps/posts-2026-11-2.xml', ['site', 'month:2026-11']],
  ['/sitemaps/news-1.xml', ['site', 'all:', 'news']],
  ['/news-sitemap.xml', ['site', 'all:', 'news']],
])('%s is made from what %j stand for', (url, tags) => {
  expect(getTagsOfPath(url)).toEqual(tags)
})

it.each([
  ['/', 'store'],
  ['/posts/media/p/a', 'store'],
  ['/media', 'store'],
  ['/media/', 'store'],
  ['/media/x.jpg', 'file'],
  ['/media/p/0123456789abcdef0123/w640.avif', 'picture'],
  ['/media/p/none', 'picture'],
  ['/media/card/tide/0123456789abcdef0123.jpg', 'picture'],
  ['/healthz', 'next'],
  ['/mcp', 'next'],
  ['/mcp/server-card', 'store'],
  ['/healthz/none', 'store'],
  ['/metrics', 'metrics'],
  ['/metrics.json', 'store'],
])('%s is answered by %s', (url, service) => {
  expect(getService(url)).toBe(service)
})

it.each([
  ['/posts/tide', 'Accept', true],
  ['/posts/tide.md', 'Accept', false],
  ['/posts', null, false],
  ['/sections/posts', null, false],
])('%s varies by %s, and may be Markdown: %s', (url, vary, isNegotiated) => {
  expect([getVary(url), hasMarkdownVersion(url)]).toEqual([vary, isNegotiated])
})

it('says once what other programs are told', () => {
  expect(listSitemapPaths()).toEqual([
    '/',
    '/sections',
    '/tags',
    '/authors',
    '/archive',
    '/corrections',
    '/feeds',
  ])
  expect(listDisallowed()).toEqual(['/search', '/preview/'])
  expect(listNextSources(({ name }) => name === 'media' || name === 'post')).toEqual([
    '/posts/:slug',
    '/media/:path*',
  ])
  expect(listUnprefetched()).toEqual({
    families: [
      '/search*',
      '/preview/*',
      '/feeds/*',
      '/sitemaps/*',
      '/oembed*',
      '/mcp',
      '/mcp/server-card',
      '/media/*',
      '/healthz',
      '/hooks/content',
      '/metrics',
    ],
    endings: [
      ...['/*.md', '/*.css', '/*.opml', '/*.json', '/*.xml', '/*.txt', '/*.webmanifest', '/*.publication'],
      ...['/*.ico', '/*.svg', '/*.png'],
    ],
  })
  expect([isPrivatePath('/preview/tide/1/a'), isPrivatePath('/previews')]).toEqual([true, false])
})
