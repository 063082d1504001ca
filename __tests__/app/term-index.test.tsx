import { renderToStaticMarkup } from 'react-dom/server'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'
import AuthorsPage from '../../app/authors/page.tsx'
import FeedsPage from '../../app/feeds/page.tsx'
import SectionsPage from '../../app/sections/page.tsx'
import FurtherTagsPage, { generateMetadata } from '../../app/tags/page/[number]/page.tsx'
import TagsPage from '../../app/tags/page.tsx'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

const MANY = Array.from({ length: 201 }, (_, place) => `topic ${String(place).padStart(3, '0')}`)

setUpPaper({
  'site.yaml': 'name: The Packet\nsections:\n  - name: World News\n    slug: world\n',
  'posts/one.md': toPostText({ section: 'World News', tags: `[${MANY.join(', ')}]`, authors: '[Ada Quill]' }),
  'posts/two.md': toPostText({ section: 'Sport', tags: '[topic 000]', authors: '[Ada Quill, Ben Orrell]' }),
  'posts/soon.md': toPostText({ section: 'Soon', tags: '[soon]', date: '2199-01-01' }),
})

const list = (html: string) =>
  [...html.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a> <span>([^<]+)<\/span>/g)].map(([, ...parts]) => parts)
const params = (number: string) => ({ params: Promise.resolve({ number }) })

it('lists the sections with how many stories each has', async () => {
  expect(list(renderToStaticMarkup(await SectionsPage()))).toEqual([
    ['/sections/sport', 'Sport', '1 story'],
    ['/sections/world', 'World News', '1 story'],
  ])
})

it('lists the writers', async () => {
  expect(list(renderToStaticMarkup(await AuthorsPage()))).toEqual([
    ['/authors/ada-quill', 'Ada Quill', '2 stories'],
    ['/authors/ben-orrell', 'Ben Orrell', '1 story'],
  ])
})

it('lists the topics by pages of 200, none twice, none of a story to come', async () => {
  const [first, second] = [
    renderToStaticMarkup(await TagsPage()),
    renderToStaticMarkup(await FurtherTagsPage(params('2'))),
  ]
  const names = [...list(first), ...list(second)].map(([, name]) => name)
  expect(names).toEqual(MANY)
  expect(list(first)).toHaveLength(200)
  expect(list(first)[0]).toEqual(['/tags/topic-000', 'topic 000', '2 stories'])
  expect(first).toContain('rel="next" href="/tags/page/2"')
  expect(second).toContain('rel="prev" href="/tags"')
  expect((await generateMetadata(params('2'))).alternates?.canonical).toBe(
    'https://paper.example/tags/page/2',
  )
})

it.each([
  ['/sections', { kind: 'page' }],
  ['/tags', { kind: 'page' }],
  ['/tags/page/1', { kind: 'moved', path: '/tags', status: 308 }],
  ['/tags/page/2', { kind: 'page' }],
  ['/tags/page/3', { kind: 'missing' }],
  ['/tags/page/02', { kind: 'missing' }],
  ['/authors/page/2', { kind: 'missing' }],
  ['/feeds', { kind: 'page' }],
  ['/feeds/none', { kind: 'missing' }],
  ['/mcp', { kind: 'page' }],
  ['/mcp/none', { kind: 'missing' }],
])('%s is %j', async (path, answer) => {
  expect(await resolvePath(path, new Date('2026-02-01T00:00:00Z'))).toEqual(answer)
})

it.each(['/tags', '/tags/page/2', '/sections', '/authors'])('%s is made anew with any story', (path) => {
  expect(getTagsOfPath(path)).toEqual(['site', 'all:'])
})

it('shows the feeds, and all of them in one file', async () => {
  const html = renderToStaticMarkup(await FeedsPage())
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json', '/sections/world/atom.xml', '/feeds.opml']) {
    expect(html).toContain(`href="${path}"`)
  }
})
