import { parseSite } from '#lib/config/parse/parse-site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

const list = (
  patterns: string[],
  fields: string,
  path = 'posts/2014/2014-06-03-chain-ferry.md',
  zone = 'Europe/London',
) => {
  const { site } = parseSite(JSON.stringify({ timeZone: zone, permalinks: patterns }), 'site.yaml')
  const text = `---\n${fields}\n---\n\nIt came back.\n`
  return parsePost({ path, bytes: Buffer.from(text) }, site).permalinks
}

const FIELDS = `title: The Chain Ferry’s Return
date: 2014-06-03T00:30:00+01:00
category: Harbour
author: Ada Quill`

it.each([
  ['/:year/:month/:day/:slug/', ['/2014/06/03/chain-ferry/']],
  ['/:year/:i_month/:i_day/:slug', ['/2014/6/3/chain-ferry']],
  ['/:short_year:month/:slug', ['/1406/chain-ferry']],
  [
    '/:categories/:title.html',
    [
      '/harbour/chain-ferry.html',
      '/harbour/the-chain-ferry-s-return.html',
      '/harbour/the-chain-ferrys-return.html',
    ],
  ],
  ['/:lang/articles/:filename/', ['/en/articles/2014-06-03-chain-ferry/', '/en/articles/chain-ferry/']],
  ['/:author/:slug', ['/ada-quill/chain-ferry']],
  ['/:sections/:slug', ['/2014/chain-ferry', '/harbour/chain-ferry']],
  ['/%year%/%monthnum%/%postname%/', ['/2014/06/chain-ferry/']],
  ['/:section/:slugorcontentbasename/', ['/harbour/chain-ferry/', '/2014/chain-ferry/']],
  ['/:year/:y_day/:slug', ['/2014/154/chain-ferry']],
  ['/:year/:short_month/:slug', ['/2014/Jun/chain-ferry', '/2014/jun/chain-ferry']],
  ['/:year/:monthname/:slug', ['/2014/June/chain-ferry', '/2014/june/chain-ferry']],
  ['/:weekdayname/:slug', ['/Tuesday/chain-ferry', '/tuesday/chain-ferry']],
  ['/:week/:weekday/:slug', ['/23/2/chain-ferry']],
  ['/:hour/:minute/:second/:slug', ['/00/30/00/chain-ferry']],
  ['/:timestamp/:slug', ['/1401751800/chain-ferry']],
  ['/:2006/:01/:02/:slug', ['/2014/06/03/chain-ferry']],
  ['/:sections[1:]/:slug', ['/2014/chain-ferry', '/harbour/chain-ferry']],
  ['/:collection/:basename:output_ext', ['/posts/2014-06-03-chain-ferry.html', '/posts/chain-ferry.html']],
])('%s, in the zone of the paper', (pattern, expected) => {
  expect(list([pattern], FIELDS)).toEqual(expected)
})

it.each([
  ['/posts/:abbrlink/', 'title: A\ndate: 2014-06-02\nabbrlink: 4a17b156', 'posts/a.md', ['/posts/4a17b156/']],
  ['/archives/:id.html', 'title: A\ndate: 2014-06-02\npost_id: 512', 'posts/a.md', ['/archives/512.html']],
  ['/posts/:abbrlink/', 'title: A\ndate: 2014-06-02', 'posts/a.md', []],
  ['/:section/:slug/', 'title: Alpha\ndate: 2014-06-02', 'posts/alpha.md', ['/alpha/']],
  [
    '/:categories/:slug/',
    'title: Alpha\ndate: 2014-06-02\ncategories: [World News, Harbour]\ntags: [x]',
    'posts/alpha.md',
    ['/world-news/harbour/alpha/', '/world-news/alpha/', '/harbour/alpha/', '/x/alpha/'],
  ],
  // The day of the file's name counts beside that of the front matter.
  [
    '/:year/:month/:day/:slug/',
    'title: A\ndate: 2014-06-02',
    'posts/2014-06-01-a.md',
    ['/2014/06/02/a/', '/2014/06/01/a/'],
  ],
  // The name of the file counts beside the slug.
  [
    '/:title/',
    'title: A\ndate: 2014-06-02\nslug: second',
    'posts/2014-06-01-first.md',
    ['/second/', '/first/', '/a/'],
  ],
  [
    '/:lang/:slug/',
    'title: A\ndate: 2014-06-02\nlang: pt-BR',
    'posts/alpha.md',
    ['/pt-br/alpha/', '/pt/alpha/'],
  ],
])('%s of %j', (pattern, fields, path, expected) => {
  expect(list([pattern], fields, path, 'UTC')).toEqual(expected)
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

it.each([
  ['date: 2014-06-02\npublishDate: 2014-07-01', ['/2014/07/01/a/', '/2014/06/02/a/']],
  ['date: 2014-06-02T23:30:00-05:00', ['/2014/06/03/a/', '/2014/06/02/a/']],
])('of %j, every day that an address may have been made of', (dates, expected) => {
  expect(list(['/:year/:month/:day/:slug/'], `title: A\n${dates}`, 'posts/a.md', 'UTC')).toEqual(expected)
})

it('a category is written as programs write it', () => {
  const fields = 'title: A\ndate: 2014-06-02\ncategories: [Häfen und Küsten]'
  expect(list(['/:categories/:slug/'], fields, 'posts/a.md')).toEqual([
    '/hafen-und-kusten/a/',
    '/häfen-und-küsten/a/',
  ])
})
