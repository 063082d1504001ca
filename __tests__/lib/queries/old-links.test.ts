import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { getPost } from '#lib/queries/queries.ts'
import { renderMarkdownBody, renderPost } from '#lib/queries/render/render-text.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

const LINKS = [
  ['an alias', '/old/ferry.html', '/posts/ferry'],
  ['a permalink', '/2026/01/02/ferry/#fares', '/posts/ferry#fares'],
  ['a query', '/story.php?id=5#fares', '/posts/ferry#fares'],
  ['a permalink with a query of no use', '/2026/01/02/ferry/?ref=home', '/posts/ferry'],
  ['a whole address of this site', 'https://paper.example/2026/01/02/ferry', '/posts/ferry'],
  ['a redirect', '/category/harbour/', '/sections/harbour'],
  ['a redirect to an old address', '/short', '/posts/ferry'],
  ['a redirect elsewhere', '/shop/cart', 'https://shop.example/'],
  ['an old address of a page', '/imprint', '/about'],
  ['a story that is not live yet', '/2026/12/01/later/', '/2026/12/01/later/'],
  ['a page that is there, whatever the redirects say', '/about', '/about'],
  ['a list', '/archive/2026', '/archive/2026'],
  ['another file', '/feed.xml', '/feed.xml'],
  ['nothing', '/nothing/here', '/nothing/here'],
] as const

const paper = setUpPaper({
  'posts/ferry.md': toPostText({ aliases: '[/old/ferry.html, "/story.php?id=5"]', section: 'Harbour' }),
  'posts/later.md': toPostText({ title: 'Later', date: '2026-12-01' }),
  'posts/linking.md': toPostText(
    { title: 'Linking' },
    LINKS.map(([name, href]) => `- [${name}](${href})\n`).join(''),
  ),
  'pages/about.md': '---\ntitle: About\naliases: [/imprint]\n---\nWe.\n',
  'site.yaml': `permalinks: ["/:year/:month/:day/:title/"]
redirects:
  - { from: /category/*, to: /sections/* }
  - { from: /short, to: /old/ferry.html }
  - { from: /shop/*, to: "https://shop.example/" }
  - { from: /about, to: /posts/ferry }
`,
})

async function render(now: Date): Promise<Map<string, string>> {
  const post = await getPost('linking', now)
  if (post === null) throw new Error('no such story')
  const { html } = await renderPost(post, now)
  return new Map(
    Array.from(html.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g), ([, href = '', name = '']) => [name, href]),
  )
}

it.each(LINKS)('a link to %s (%s) leads to %s', async (name, _href, target) => {
  expect((await render(NOW)).get(name)).toBe(target)
})

it('is the same in the Markdown version', async () => {
  const post = await getPost('linking', NOW)
  const text = post === null ? '' : await renderMarkdownBody(post, 'https://paper.example/posts/linking', NOW)
  expect(text).toContain('[a permalink](https://paper.example/posts/ferry#fares)')
  expect(text).toContain('[a redirect](https://paper.example/sections/harbour)')
  expect(text).toContain('[a whole address of this site](https://paper.example/posts/ferry)')
  expect(text).toContain('[a list](https://paper.example/archive/2026)')
})

it('says which of them lead to no page of the site, and of no others', async () => {
  const post = await getPost('linking', NOW)
  const { notes } = post === null ? { notes: [] } : await renderPost(post, NOW)
  expect(notes).toEqual([
    'A link may lead nowhere: the site has no page “/2026/12/01/later/”.',
    'A link may lead nowhere: the site has no page “/nothing/here”.',
  ])
})

it('follows the clock', async () => {
  const later = new Date('2026-12-02T12:00:00Z')
  expect((await render(later)).get('a story that is not live yet')).toBe('/posts/later')
})

it('follows the story: a page that links to an old address is outdated when it leads elsewhere', async () => {
  const getRevision = () => getRevisionOfTags(peekIndex(), ['post:linking'])
  await render(NOW)
  const before = getRevision()
  paper.remove('posts/ferry.md')
  paper.write('posts/boat.md', toPostText({ aliases: '[/old/ferry.html]', section: 'Harbour' }))
  await paper.sync()
  expect(getRevision()).toBeGreaterThan(before)
  expect((await render(NOW)).get('an alias')).toBe('/posts/boat')
})
