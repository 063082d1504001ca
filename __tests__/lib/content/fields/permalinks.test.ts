import { parseSite } from '#lib/config/parse-site.ts'
import { listPermalinks } from '#lib/content/fields/permalinks.ts'

const post = {
  slug: 'chain-ferry',
  title: 'The Chain Ferry’s Return',
  sourceFile: 'posts/2014/2014-06-03-chain-ferry.md',
  published: '2014-06-02T23:30:00Z',
  section: { name: 'Harbour', slug: 'harbour' },
  language: 'en',
}

it.each([
  ['/:year/:month/:day/:slug/', ['/2014/06/03/chain-ferry/']],
  ['/:year/:i_month/:i_day/:slug', ['/2014/6/3/chain-ferry']],
  ['/:categories/:title.html', ['/harbour/chain-ferry.html', '/harbour/the-chain-ferry-s-return.html']],
  ['/:lang/articles/:filename/', ['/en/articles/2014-06-03-chain-ferry/']],
])('%s, in the zone of the paper', (pattern, expected) => {
  expect(listPermalinks(post, [pattern], 'Europe/London')).toEqual(expected)
})

it('has no part for a section where a story has none', () => {
  expect(listPermalinks({ ...post, section: null }, ['/:section/:slug/'], 'UTC')).toEqual(['/chain-ferry/'])
})

it.each([
  ['/:year/:colour/:title/', 'may have these: :year'],
  ['/:year/', 'must have :title'],
  ['year/:title', 'permalinks'],
])('a pattern that cannot be used is reported: %s', (pattern, message) => {
  const { problems } = parseSite(`permalinks: ['${pattern}']\n`, 'site.yaml')
  expect(problems).toEqual([expect.objectContaining({ file: 'site.yaml', line: 1 })])
  expect(JSON.stringify(problems)).toContain(message)
})
