import { getKnownQuery } from '#lib/queries/addresses/query-alias.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { resolveRequest } from '#lib/router/resolve-request.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({
  'posts/tide.md': toPostText({
    section: 'World News',
    author: 'Ada Quill',
    aliases: '[/old/tide.html, "/story.php?id=5", /2014/wrong/]',
  }),
  'posts/second.md': toPostText({ title: 'Second', section: 'World News', aliases: '["/story.php?id=6"]' }),
  'pages/about.md': '---\ntitle: About\naliases: [/imprint/, /who.html, "/?page_id=2"]\n---\nWho we are.\n',
  'pages/draft.md': '---\ntitle: Draft\ndraft: true\naliases: [/secret]\n---\nNot yet.\n',
  'authors/ada-quill.md': '---\nname: Ada Quill\naliases: [/people/ada]\n---\nKnows the tides.\n',
  'site.yaml': `redirects:
  - { from: /feed/, to: /feed.xml }
  - { from: /feed/*, to: /feed.xml }
  - { from: "/?p=12", to: /posts/tide }
  - { from: "/?cat=3", to: /sections/world-news }
  - { from: /category/*, to: /sections/* }
  - { from: /category/world/*, to: /sections/world-news/* }
  - { from: /author/*, to: /authors/*, status: 301 }
  - { from: /shop/*, to: "https://shop.example/", status: 302 }
  - { from: /wiki/*, to: "https://wiki.example/pages/*" }
  - { from: /blog/*, to: /* }
  - { from: /first, to: /second-hop/ }
  - { from: /second-hop, to: "/old/tide.html#end", status: 302 }
  - { from: /round, to: /and-round }
  - { from: /and-round, to: /round }
  - { from: /nowhere, to: /no/such/page }
  - { from: /2014/wrong, to: /posts/second }
  - { from: /about, to: /posts/tide }
  - { from: /潮/, to: /posts/tide }
  - { from: /report, to: /media/report.pdf }
`,
})

const moved = (path: string, status = 308) => ({ kind: 'moved', path, status })

it.each([
  ['/feed', '/feed.xml', 308],
  ['/feed/', '/feed.xml', 308],
  ['/feed/atom', '/feed.xml', 308],
  ['/category/world-news', '/sections/world-news', 308],
  ['/category/world-news/', '/sections/world-news', 308],
  ['/category/world-news/page/1', '/sections/world-news', 308],
  ['/category/world', '/sections/world-news', 308],
  ['/author/ada-quill', '/authors/ada-quill', 301],
  ['/shop', 'https://shop.example/', 302],
  ['/shop/a/b', 'https://shop.example/', 302],
  ['/wiki/Tide%20tables', 'https://wiki.example/pages/Tide%20tables', 308],
  ['/blog', '/', 308],
  ['/blog/about', '/about', 308],
  ['/blog/old/tide.html', '/posts/tide', 308],
  ['/first', '/posts/tide#end', 308],
  ['/second-hop', '/posts/tide#end', 302],
  ['/2014/wrong', '/posts/second', 308],
  ['/imprint', '/about', 308],
  ['/who.html', '/about', 308],
  ['/people/ada/', '/authors/ada-quill', 308],
  ['/%E6%BD%AE', '/posts/tide', 308],
  ['/report', '/media/report.pdf', 308],
])('%s leads to %s', async (path, target, status) => {
  expect(await resolvePath(path, NOW)).toEqual(moved(target, status))
})

it.each([
  ['/', '?p=12', '/posts/tide'],
  ['/', '?p=12&utm_source=letter', '/posts/tide'],
  ['/', '?cat=3', '/sections/world-news'],
  ['/', '?page_id=2', '/about'],
  ['/story.php', '?id=5', '/posts/tide'],
  ['/story.php', '?id=6', '/posts/second'],
])('%s%s leads to %s', async (path, search, target) => {
  expect(await resolvePath(path, NOW, search)).toEqual(moved(target))
  expect(getKnownQuery(peekIndex(), path, search)).not.toBe('')
})

it.each(['/round', '/and-round', '/nowhere', '/secret', '/category/none', '/story.php', '/categoryx'])(
  '%s is missing',
  async (path) => {
    expect(await resolvePath(path, NOW)).toEqual({ kind: 'missing' })
  },
)

it.each([
  ['/about', ''],
  ['/', '?p=13'],
])('%s%s stays the page it is', async (path, search) => {
  expect(await resolvePath(path, NOW, search)).toEqual({ kind: 'page' })
})

it.each(['/blog/%2F%2Fevil.example', '/blog/%5Cevil.example', '/wiki/..%2F..%2F@evil.example'])(
  '%s leads to no other host',
  async (path) => {
    const found = await resolvePath(path, NOW)
    const target = found.kind === 'moved' ? found.path : '/'
    expect(['paper.example', 'wiki.example']).toContain(new URL(target, 'https://paper.example').host)
  },
)

it('leads who asked for Markdown to Markdown only where there is some', async () => {
  paper.write('posts/tide.md', toPostText({ section: 'World News', aliases: '[/old/tide.html, /posts/ebb]' }))
  await paper.sync()
  expect(await resolveRequest('/posts/ebb.md', false, NOW)).toEqual({
    kind: 'redirect',
    path: '/posts/tide.md',
    status: 308,
  })
})

it('forgets the redirects of a page that is gone, and of settings that are others', async () => {
  paper.remove('pages/about.md')
  paper.write('site.yaml', 'redirects: [{ from: /feed/rss, to: /feed.xml }]\n')
  await paper.sync()
  expect(await resolvePath('/imprint', NOW)).toEqual({ kind: 'missing' })
  expect(await resolvePath('/author/ada-quill', NOW)).toEqual({ kind: 'missing' })
  expect(await resolvePath('/feed/rss', NOW)).toEqual(moved('/feed.xml'))
})
