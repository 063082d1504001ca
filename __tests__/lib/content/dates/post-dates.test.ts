import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

function parse(keys: string, path = 'posts/a.md') {
  const settings = { ...defaultSite, timeZone: 'Europe/Berlin' }
  return parsePost(
    { path, bytes: Buffer.from(`---\ntitle: Tides\n${keys}\n---\nThe tide is out.`) },
    settings,
  )
}

describe('dates in mappings, as MkDocs has them', () => {
  it.each([
    [
      'date: { created: 2025-01-23T19:15:00Z, updated: 2025-01-27 }',
      '2025-01-23T19:15:00Z',
      '2025-01-26T23:00:00Z',
    ],
    ['date:\n  created: 2025-01-23\n  modified: 2025-01-27', '2025-01-22T23:00:00Z', '2025-01-26T23:00:00Z'],
    ['date: { created: 2025-01-23 }', '2025-01-22T23:00:00Z', null],
    ['date: { published: 2025-01-24, created: 2025-01-23 }', '2025-01-23T23:00:00Z', null],
    ['date: { year: 2025, month: 1, day: 23 }', '2025-01-22T23:00:00Z', null],
    ['date: { iso: 2025-01-23, display: January 2025 }', '2025-01-22T23:00:00Z', null],
    ['date: { at: 2025-01-23, last: 2025-02-01 }', '2025-01-22T23:00:00Z', null],
    ['date: 2025–01–23', '2025-01-22T23:00:00Z', null],
    ['date: 02.07.2025', '2025-07-01T22:00:00Z', null],
    ['date: [2025-01-23]', '2025-01-22T23:00:00Z', null],
  ])('%j', (keys, published, updated) => {
    expect(parse(keys)).toMatchObject({ post: { published, updated }, problems: [] })
  })
})

describe('a date that cannot be read, with a warning', () => {
  it.each([
    ['date: 2020-06-16 17:15:17+17:00', 'posts/a.md', '2020-06-16T15:15:17Z', /zone of the paper/],
    ['date: 2020-06-16T17:15 Atlantis/Quay', 'posts/a.md', '2020-06-16T15:15:00Z', /zone of the paper/],
    ['date: "2021-04-2 7"', 'posts/2021-04-27-x.md', '2021-04-26T22:00:00Z', /day in the name/],
    ['date: 2021-04-31', 'posts/2021-04-27-x.md', '2021-04-26T22:00:00Z', /day in the name/],
    ['date: 04/05/2021', 'posts/20210504 x.md', '2021-05-03T22:00:00Z', /day in the name/],
    ['date: "{{ now }}"', 'posts/2021/04/27/x.md', '2021-04-26T22:00:00Z', /day in the name/],
    ['date: 2021-04-27 25:00', 'posts/x.md', '2021-04-26T22:00:00Z', /what can be read of it/],
    ['date: 2021-04-27 下午 33:00', 'posts/x.md', '2021-04-26T22:00:00Z', /what can be read of it/],
    ['date: last Tuesday\ncreated: 2021-04-27', 'posts/x.md', '2021-04-26T22:00:00Z', /"created"/],
  ])('%j in %s', (keys, path, published, message) => {
    const { post, problems } = parse(keys, path)
    expect(post).toMatchObject({ published, draft: false })
    expect(problems).toMatchObject([
      { severity: 'warning', field: 'date', message: expect.stringMatching(message) },
    ])
  })

  it('is no reason to publish what may lie ahead', () => {
    expect(parse('date: spring 2027', 'posts/2020-01-01-x.md').post).toBeNull()
    expect(parse('date: "2021-04-2 7"', 'posts/x.md').post).toBeNull()
  })
})

describe('only the address holds the day', () => {
  it.each([
    ['path: 2022/02/24/Some-Post', ['/2022/02/24/Some-Post']],
    ['permalink: /2022/02/24/some-post.html', ['/2022/02/24/some-post.html']],
    ['url: /news/2022-02-24-some-post/', ['/news/2022-02-24-some-post/']],
    ['slug: 2022/02/24/some-post', ['/2022/02/24/some-post']],
    ['old_url: /2022/02/24/some-post', ['/2022/02/24/some-post']],
    ['canonical_url: https://old.example/2022/02/24/some-post', []],
    [
      'aliases: [/2022/02/24/some-post/, /2023/01/01/some-post/]',
      ['/2022/02/24/some-post/', '/2023/01/01/some-post/'],
    ],
  ])('%j', (keys, aliases) => {
    expect(parse(keys)).toMatchObject({ post: { published: '2022-02-23T23:00:00Z', aliases }, problems: [] })
  })

  it('counts for nothing beside a date', () => {
    expect(parse('date: 2020-01-02\npath: 2022/02/24/x').post?.published).toBe('2020-01-01T23:00:00Z')
  })
})

it.each([
  ['date: 5 mai 2020', '2020-05-04T22:00:00Z'],
  ['date: 5. Mai 2020, 10:30 Uhr', '2020-05-05T08:30:00Z'],
  ['fecha: 5 de mayo de 2020', '2020-05-04T22:00:00Z'],
  ['date: 5 мая 2020 г.', '2020-05-04T22:00:00Z'],
  ['日期: 2020年5月5日', '2020-05-04T22:00:00Z'],
  ['date: 2020年5月5日 10:30', '2020-05-05T08:30:00Z'],
  ['date: 2020년 5월 5일', '2020-05-04T22:00:00Z'],
  ['date: ٢٠٢٠-٠٥-٠٥', '2020-05-04T22:00:00Z'],
  ['date: November 2, 2026 4:00 PM', '2026-11-02T15:00:00Z'],
  ['date: jeudi 5 mars 2020', '2020-03-04T23:00:00Z'],
])('%j', (keys, published) => {
  expect(parse(keys)).toMatchObject({ post: { published }, problems: [] })
})

it.each([
  ['pubDatetime: 2024-02-05T10:00:00Z\nmodDatetime: 2024-02-06T10:00:00Z', '2024-02-06T10:00:00Z'],
  ['created_time: 2024-02-05T10:00:00Z\nlast_edited_time: 2024-02-06T10:00:00Z', '2024-02-06T10:00:00Z'],
  ['data: 5 febbraio 2024 ore 11:00', null],
  ['tarih: 5 Şubat 2024 11:00', null],
  ['ημερομηνία: 5 Φεβρουαρίου 2024 11:00', null],
  ['تاريخ: 5 فبراير 2024 11:00', null],
  ['תאריך: 5 בפברואר 2024 11:00', null],
  ['date: 2024-02-05T10:00:00Z\ndata: { a: 1 }', null],
  ['date: 2024-02-05T10:00:00Z\ndata: chart.csv', null],
])('%j', (keys, updated) => {
  expect(parse(keys)).toMatchObject({
    post: { published: '2024-02-05T10:00:00Z', updated, draft: false },
    problems: [],
  })
})
