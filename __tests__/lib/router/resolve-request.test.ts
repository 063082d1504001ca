import { resolveRequest } from '#lib/router/resolve-request.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({
  'posts/tide.md': toPostText({ aliases: '[/old/tide.html, /posts/flood]' }),
  'posts/deleted.md': toPostText({ title: 'Deleted' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'site.yaml': 'indexNow: { key: 0123456789abcdef }\n',
})

beforeAll(async () => {
  await resolveRequest('/posts/tide', false, NOW)
  paper.remove('posts/deleted.md')
  await paper.sync()
})

it.each([
  ['/', '/'],
  ['/posts/tide', '/posts/tide'],
  ['/posts/tide.md', '/posts/tide/markdown'],
  ['/feed.xml', '/_feed/feed.xml'],
  ['/page/2/atom.xml', '/_feed/page/2/atom.xml'],
  ['/sections/none/feed.json', '/_feed/sections/none/feed.json'],
  ['/archive/2026/feed.xml', '/archive/2026/feed.xml'],
  ['/0123456789abcdef.txt', '/indexnow-key'],
])('%s is rendered from %s', async (path, from) => {
  expect(await resolveRequest(path, false, NOW)).toEqual({ kind: 'render', path: from, status: 200 })
})

it.each([
  ['/posts/tide', '/posts/tide/markdown'],
  ['/archive', '/archive'],
])('%s is rendered from %s for whoever would rather have Markdown', async (path, from) => {
  expect(await resolveRequest(path, true, NOW)).toEqual({ kind: 'render', path: from, status: 200 })
})

it.each([
  ['/old/tide.html', '/posts/tide'],
  ['/posts/flood', '/posts/tide'],
  ['/posts/flood.md', '/posts/tide.md'],
])('%s leads to %s', async (path, target) => {
  expect(await resolveRequest(path, false, NOW)).toEqual({ kind: 'redirect', path: target, status: 308 })
})

it.each([
  ['/posts/deleted', '/_gone', 410],
  ['/posts/deleted.md', '/_gone', 410],
  ['/posts/draft', '/_missing?words=draft', 404],
  ['/posts/tide/markdown', '/_missing?words=tide+markdown', 404],
  ['/_gone', '/_missing?words=gone', 404],
  ['/_feed/feed.xml', '/_missing?words=feed+feed', 404],
  ['/%5Ffeed/feed.xml', '/_missing?words=feed+feed', 404],
  ['/indexnow-key', '/_missing?words=indexnow+key', 404],
  ['/metrics', '/_missing?words=metrics', 404],
  ['/0123456789abcdee/key.txt/', '/_missing?words=0123456789abcdee+key', 404],
])('%s shows the page at %s with %d', async (path, from, status) => {
  expect(await resolveRequest(path, false, NOW)).toEqual({ kind: 'render', path: from, status })
})
