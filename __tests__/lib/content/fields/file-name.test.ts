import { parseFileName, toAskedSlug } from '#lib/content/fields/file-name.ts'

describe('what a path tells', () => {
  it.each([
    ['posts/2014/06/30/name.md', { slug: 'name', date: '2014-06-30', folder: '2014/06/30', language: null }],
    ['posts/2019-04-30-name.md', { slug: 'name', date: '2019-04-30', title: 'Name' }],
    [
      'posts/2019-4-3_saltmarsh-fair.md',
      { slug: 'saltmarsh-fair', date: '2019-04-03', title: 'Saltmarsh fair' },
    ],
    ['posts/2019-04-30.md', { slug: '2019-04-30', date: '2019-04-30' }],
    ['posts/2020-13-45-name.md', { slug: 'name', date: null }],
    ['posts/my-story/index.md', { slug: 'my-story', folder: '' }],
    ['posts/2019-04-30-my-story/index.fr.md', { slug: 'my-story', date: '2019-04-30', language: 'fr' }],
    ['posts/index.md', { slug: 'index' }],
    ['posts/tide.fr.md', { slug: 'tide', language: 'fr' }],
    ['posts/tide.pt_BR.markdown', { slug: 'tide', language: 'pt-BR' }],
    ['posts/tide.zh-Hans.md', { slug: 'tide', language: 'zh-Hans' }],
    ['posts/tide.zh_hant_tw.md', { slug: 'tide', language: 'zh-hant-tw' }],
    ['posts/tide.es-419.md', { slug: 'tide', language: 'es-419' }],
    ['posts/tide.gsw.md', { slug: 'tide', language: 'gsw' }],
    ['posts/tide.new.md', { slug: 'tide.new', language: null }],
    ['posts/quay.com.md', { slug: 'quay.com', language: null }],
    ['posts/app.js.md', { slug: 'app.js', language: null }],
    ['posts/My_File.v2.mdown', { slug: 'My_File.v2', language: null }],
    ['posts/Two Words 2.md', { slug: 'two-words-2', title: 'Two Words 2' }],
    ['posts/%e2%80%8awho pays?.md', { slug: 'who-pays', title: 'Who pays?' }],
    ['posts/港の朝.md', { slug: '港の朝' }],
    ['posts/נמל הבית.md', { slug: 'נמל-הבית' }],
    [`posts/${'q'.repeat(198)}.md`, { slug: 'q'.repeat(198) }],
    ['posts/2019-04-30-tide.html.markdown', { slug: 'tide', date: '2019-04-30' }],
    ['posts/.html.md', { slug: '.html' }],
    ['posts/The tide 0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e.md', { slug: 'the-tide', title: 'The tide' }],
    ['posts/01.ferry-returns/item.md', { slug: 'ferry-returns', folder: '' }],
    ['posts/news/02.tide/blog_item.fr.md', { slug: 'tide', folder: 'news', language: 'fr' }],
    ['posts/item.md', { slug: 'item' }],
    ['posts/2019-04-30.tide.md', { slug: 'tide', date: '2019-04-30' }],
    ['posts/2019-04-30-1030.tide.md', { slug: 'tide', date: '2019-04-30' }],
    ['posts/2019-04-30-1030-things.md', { slug: '1030-things', date: '2019-04-30' }],
    ['posts/fr/tide.md', { slug: 'tide', folder: 'fr', language: null }],
  ])('%s', (path, expected) => {
    expect(parseFileName(path)).toMatchObject(expected)
  })
})

it.each([
  ['my-slug', 'my-slug'],
  ['My_Slug', 'My_Slug'],
  ['/2014/06/my-slug/', 'my-slug'],
  ['Who Pays/Who Wins?', 'who-pays-who-wins'],
  ['..', expect.stringMatching(/^x-[0-9a-f]{8}$/)],
  ['', 'from-name'],
  [null, 'from-name'],
  [2024, '2024'],
])('slug: %j asks for %j', (value, expected) => {
  expect(toAskedSlug([{ key: 'slug', value }], { slug: 'from-name' })).toEqual(expected)
})
