import { resolvePath } from '#lib/router/resolve-path.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({
  'posts/tide.md': toPostText({
    section: 'World News',
    tags: '[high water]',
    author: 'Ada Quill',
    aliases: '[/old/tide.html, /2014/潮/]',
  }),
  'posts/second.md': toPostText({ title: 'Second', section: 'World News', date: '2026-01-03' }),
  'posts/潮.md': toPostText({ title: '潮', date: '2025-02-03' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'posts/future.md': toPostText({ title: 'Future', date: '2026-06-15T12:00:01Z', aliases: '[/announced]' }),
  'posts/past.md': toPostText({ title: 'Past', expires: '2026-06-15T12:00:00Z' }),
  'posts/renamed.md': toPostText({ title: 'Renamed' }),
  'posts/deleted.md': toPostText({ title: 'Deleted' }),
  'posts/deleted-draft.md': toPostText({ title: 'Never seen', draft: 'true' }),
  'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
  'site.yaml':
    'pageSize: 1\nsections: [{ name: Empty }]\npermalinks: ["/:year/:month/:slug/", "/blog/:title.html"]\n',
})

beforeAll(async () => {
  await resolvePath('/about', NOW)
  paper.remove('posts/renamed.md')
  paper.write('posts/new-name.md', toPostText({ title: 'Renamed' }))
  paper.remove('posts/deleted.md')
  paper.remove('posts/deleted-draft.md')
  await paper.sync()
})

it.each([
  '/',
  '/posts/tide',
  '/posts/%E6%BD%AE',
  '/sections/world-news',
  '/sections/world-news/page/2',
  '/sections/empty',
  '/tags/high-water',
  '/authors/ada-quill',
  '/page/2',
  '/archive',
  '/archive/2026',
  '/archive/2026/page/2',
  '/archive/2025/02',
  '/about',
  '/feed.xml',
  '/posts/tide.md',
  '/favicon.ico',
])('%s has a page', async (path) => {
  expect(await resolvePath(path, NOW)).toEqual({ kind: 'page' })
})

it.each([
  ['/old/tide.html', '/posts/tide'],
  ['/2014/%E6%BD%AE', '/posts/tide'],
  ['/2014/潮/', '/posts/tide'],
  ['/2026/01/second', '/posts/second'],
  ['/2026/01/second/', '/posts/second'],
  ['/blog/second.html', '/posts/second'],
  ['/posts/renamed', '/posts/new-name'],
  ['/page/1', '/'],
  ['/sections/world-news/page/1', '/sections/world-news'],
  ['/archive/2026/01/page/1', '/archive/2026/01'],
])('%s has moved to %s', async (path, target) => {
  expect(await resolvePath(path, NOW)).toEqual({ kind: 'moved', path: target, status: 308 })
})

it.each(['/posts/deleted', '/posts/past'])('%s is gone', async (path) => {
  expect(await resolvePath(path, NOW)).toEqual({ kind: 'gone' })
})

it.each([
  '/posts',
  '/posts/none',
  '/posts/draft',
  '/posts/future',
  '/posts/deleted-draft',
  '/posts/tide/extra',
  '/announced',
  '/sections/none',
  '/sections/world-news/page/3',
  '/sections/world-news/page/02',
  '/sections/world-news/page/0',
  '/sections/world-news/page',
  '/sections/world-news/page/2/3',
  '/sections/world-news/pages/2',
  '/sections/empty/page/2',
  '/tags/none',
  '/authors/none',
  '/page/99',
  '/archive/1999',
  '/archive/2026/1',
  '/archive/2026/13',
  '/archive/2026/02',
  '/archive/2026/page/9',
  '/nothing',
  '/2026/06/future',
  '/2025/01/second',
  '/blog/draft.html',
  '/about/us',
  '/old/none.html',
  '/%ff',
  '/posts/%E0%A4%A',
  '/posts/a%00b',
])('%s is missing', async (path) => {
  expect(await resolvePath(path, NOW)).toEqual({ kind: 'missing' })
})

it('gives a deleted story’s address back to whoever takes it', async () => {
  paper.write('posts/deleted.md', toPostText({ title: 'Back again' }))
  await paper.sync()
  expect(await resolvePath('/posts/deleted', NOW)).toEqual({ kind: 'page' })
})
