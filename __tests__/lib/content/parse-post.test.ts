import { createHash } from 'node:crypto'
import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

function parse(text: string, path = 'posts/bell.md') {
  return parsePost({ path, bytes: Buffer.from(text) }, defaultSite)
}

it('knows every field of a post', () => {
  const text = '---\ntitle: The bell\ndate: 2018-04-23\n---\n\nIt rang.\n'
  expect(parse(text)).toEqual({
    post: {
      slug: 'bell',
      title: 'The bell',
      description: 'It rang.',
      standfirst: '',
      body: 'It rang.',
      bodyLine: 6,
      published: '2018-04-23T00:00:00Z',
      updated: null,
      expires: null,
      draft: false,
      crawling: 'all',
      weight: null,
      breakingUntil: null,
      section: null,
      tags: [],
      authors: [],
      image: null,
      language: 'en',
      direction: 'ltr',
      canonical: null,
      aliases: [],
      corrections: [],
      coverage: null,
      translations: [],
      type: 'news',
      access: 'free',
      wordCount: 2,
      readingMinutes: 1,
      sourceFile: 'posts/bell.md',
      contentHash: createHash('sha256').update(text).digest('hex'),
      extra: {},
    },
    permalinks: [],
    problems: [],
  })
})

describe('dates', () => {
  it.each([
    ['date: 2018-04-23\npublished: true', 'posts/a.md', '2018-04-23T00:00:00Z'],
    ['published: 2018-04-23', 'posts/a.md', '2018-04-23T00:00:00Z'],
    ['published: true', 'posts/2019-04-30-a.md', '2019-04-30T00:00:00Z'],
    ['date:', 'posts/2019-04-30-a.md', '2019-04-30T00:00:00Z'],
    ['date: 2018-04-23', 'posts/2019-04-30-a.md', '2018-04-23T00:00:00Z'],
  ])('%j in %s', (keys, path, published) => {
    expect(parse(`---\ntitle: x\n${keys}\n---\nText`, path).post?.published).toBe(published)
  })

  it('an expiry that cannot be read holds the post back, a change that cannot does not', () => {
    expect(parse('---\ndate: 2018-04-23\nexpires: soon\n---\nText').post).toBeNull()
    const { post, problems } = parse('---\ndate: 2018-04-23\nupdated: soon\n---\nText')
    expect(post?.updated).toBeNull()
    expect(problems).toMatchObject([{ severity: 'warning', line: 3, field: 'updated', found: 'soon' }])
  })

  it('a change before publication is none', () => {
    expect(parse('---\ndate: 2018-04-23\nupdated: 2018-04-22\n---\nText').post?.updated).toBeNull()
  })
})

it.each([
  ['canonical: https://wire.example/a', 'https://wire.example/a', 0],
  ['canonical: /a', null, 1],
  ['canonical: javascript:alert(1)', null, 1],
])('%s', (key, canonical, warnings) => {
  const { post, problems } = parse(`---\ndate: 2018-04-23\n${key}\n---\nText`)
  expect(post?.canonical).toBe(canonical)
  expect(problems).toHaveLength(warnings)
})

it('tells every problem of a file at once, each at its line on disk', () => {
  const text = '\r\n---\r\ntitle: x\r\ndate: soon\r\nexpires: never\r\nlang: english\r\n---\r\nText'
  expect(parse(text).problems.map(({ severity, line, field }) => [severity, line, field])).toEqual([
    ['error', 4, 'date'],
    ['error', 5, 'expires'],
    ['warning', 6, 'lang'],
  ])
})

describe('generous sizes do not hang', () => {
  const head = '---\ntitle: x\ndate: 2018-04-23\n---\n'
  it.each([
    ['an 851 kB body', head + 'The harbour bell rang at six. '.repeat(29_000)],
    ['a line with a picture in it', `${head}![](data:image/png;base64,${'A'.repeat(283_399)})`],
    ['a title of 10,000 characters', `---\ntitle: ${'bell '.repeat(2000)}\ndate: 2018-04-23\n---\n`],
    [
      'a description of 100,000 characters',
      `---\ndescription: ${'It rang.And '.repeat(9000)}\ndate: 2018-04-23\n---\n`,
    ],
    ['misread text', head + 'donâ€™t Ã© Â£ '.repeat(50_000)],
    ['spaces', head + ' '.repeat(300_000)],
    ['hashes', `${head}${'# '.repeat(150_000)}`],
  ])('%s', (_what, text) => {
    expect(parse(text).post).not.toBeNull()
  })
})
