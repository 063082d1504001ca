import type { DatabaseSync } from 'node:sqlite'
import { search } from '#lib/search/search.ts'
import { createWordIndex, OPTIONS } from './support/word-index.ts'

const find = (database: DatabaseSync, query: string) =>
  search(database, query, OPTIONS).hits.map(({ summary }) => summary.slug)

const PAPER = [
  {
    slug: 'bridge',
    title: 'Swing bridge opens',
    body: 'The swing bridge over the old harbour opened to ferries.',
    section: 'News',
    authors: ['Ada Quill'],
    published: '2026-03-01T00:00:00Z',
  },
  {
    slug: 'harbour',
    title: 'Harbour plans',
    body: 'A bridge may swing, the council says. Ferry owners cheer.',
    section: 'Business',
    authors: ['Bo Reed'],
    published: '2026-02-01T00:00:00Z',
  },
  {
    slug: 'storm',
    title: 'Storm warning',
    body: 'High tides near the pier. E-mail us.',
    section: 'News',
    tags: ['Weather'],
    published: '2025-12-31T23:30:00Z',
  },
  {
    slug: 'haus',
    title: 'Die Häuser am Hafen',
    body: 'Müller baut große Straßen und Häuser.',
    language: 'de',
    published: '2025-06-01T00:00:00Z',
  },
  {
    slug: 'gang',
    title: '港口城市新闻',
    body: '今天港口开放。市民高兴。',
    language: 'zh',
    published: '2025-05-01T00:00:00Z',
  },
  {
    slug: 'minato',
    title: '港のニュース',
    body: '新しい港が開いた。',
    language: 'ja',
    published: '2025-04-01T00:00:00Z',
  },
  {
    slug: 'hangu',
    title: '항구에서 온 소식',
    body: '새로운 항구가 열렸다.',
    language: 'ko',
    published: '2025-03-01T00:00:00Z',
  },
  {
    slug: 'thai',
    title: 'ข่าวท่าเรือ',
    body: 'ตลาดบ้านเมืองน้ำทะเล',
    language: 'th',
    published: '2025-02-01T00:00:00Z',
  },
  {
    slug: 'mina',
    title: 'أخبار الميناء',
    body: 'افتتحت المدرسة الجديدة في المدينة.',
    language: 'ar',
    published: '2025-01-01T00:00:00Z',
  },
  {
    slug: 'namal',
    title: 'חדשות הנמל',
    body: 'הגשר נפתח בעיר.',
    language: 'he',
    published: '2024-12-01T00:00:00Z',
  },
]

describe('what a query finds', () => {
  const database = createWordIndex(PAPER)

  it.each([
    ['a word of the title first', 'bridge', ['bridge', 'harbour']],
    ['all words', 'bridge council', ['harbour']],
    ['a phrase', '"swing bridge"', ['bridge']],
    ['no phrase that is none', '"bridge swing"', []],
    ['without', 'bridge -council', ['bridge']],
    ['a plural for a singular', 'ferry council', ['harbour']],
    ['inflected forms', 'ferries', ['bridge', 'harbour']],
    ['the exact form alone in quotation marks', '"ferries"', ['bridge']],
    ['a beginning', 'counc*', ['harbour']],
    ['a beginning without a star, where it is no word', 'harbou', ['harbour', 'bridge']],
    ['a compound written as one', 'e-mail', ['storm']],
    ['a section', 'section:news', ['bridge', 'storm']],
    ['a word in a section', 'bridge section:Business', ['harbour']],
    ['an author', 'author:"Ada Quill"', ['bridge']],
    ['an author by name as a word', 'quill', ['bridge']],
    ['a tag', 'tag:weather', ['storm']],
    ['a span', 'from:2025-12-31 to:2026-02', ['harbour', 'storm']],
    ['German without its dots', 'hauser', ['haus']],
    ['German as typed on foreign keyboards', 'mueller strassen', ['haus']],
    ['German singular', 'haus', ['haus']],
    ['two Chinese characters', '港口', ['gang']],
    ['a part of a Chinese word', '口城', ['gang']],
    ['one Chinese character', '港', ['minato', 'gang']],
    ['Chinese words that stand apart', '新闻港口', ['gang']],
    ['Japanese', 'ニュース', ['minato']],
    ['a part of a Japanese word', 'ュー', ['minato']],
    ['Korean without its particle', '항구', ['hangu']],
    ['Thai', 'ท่าเรือ', ['thai']],
    ['Arabic without the article', 'ميناء', ['mina']],
    ['Arabic with another ta marbuta and marks', 'مَدْرَسه', ['mina']],
    ['Hebrew without the article', 'נמל', ['namal']],
    ['Hebrew with another prefix', 'גשר', ['namal']],
  ])('%s', (_, query, slugs) => {
    expect(find(database, query)).toEqual(slugs)
  })

  it('puts the newest first when asked', () => {
    const { hits } = search(database, 'harbour', { ...OPTIONS, sort: 'newest' })
    expect(hits.map(({ summary }) => summary.slug)).toEqual(['bridge', 'harbour'])
  })

  it('narrows by its options as by its query', () => {
    const slugs = (more: object) =>
      search(database, 'bridge', { ...OPTIONS, ...more }).hits.map(({ summary }) => summary.slug)
    expect(slugs({ section: 'business' })).toEqual(['harbour'])
    expect(slugs({ author: 'ada-quill' })).toEqual(['bridge'])
    expect(slugs({ from: '2026-02-15' })).toEqual(['bridge'])
    expect(slugs({ to: '2026-02' })).toEqual(['harbour'])
    expect(slugs({ to: 'nonsense' })).toEqual(['bridge', 'harbour'])
  })

  it('counts by section and year, in the zone of the paper', () => {
    const { total, facets } = search(database, 'section:news', { ...OPTIONS, timeZone: 'Europe/Berlin' })
    expect(total).toBe(2)
    expect(facets).toEqual({ sections: [{ value: 'news', total: 2 }], years: [{ value: '2026', total: 2 }] })
  })

  it('marks what was found', () => {
    const [hit] = search(database, 'ferries bridge', OPTIONS).hits
    expect(hit?.title.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['bridge'])
    expect(hit?.snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'bridge',
      'ferries',
    ])
    expect(hit?.snippet.map(({ text }) => text).join('')).toBe(
      'The swing bridge over the old harbour opened to ferries.',
    )
  })

  it('finds some of the words, and says so, where no story has all', () => {
    const result = search(database, 'pier council', OPTIONS)
    expect(result).toMatchObject({ isLoose: true, corrected: null })
    expect(result.hits.map(({ summary }) => summary.slug).toSorted()).toEqual(['harbour', 'storm'])
  })

  it.each([
    ['nothing', ''],
    ['signs', '"" - *'],
    ['what is left out alone', '-bridge'],
  ])('asks for nothing: %s', (_, query) => {
    expect(search(database, query, OPTIONS)).toMatchObject({ asked: false, hits: [], total: 0 })
  })

  it.each([
    ['a quotation mark', 'bridge "'],
    ['FTS5 operators', 'bridge AND (NOT OR NEAR/3 harbour)'],
    ['column filters', 'title:bridge {body}: x'],
    ['carets and plus', '^bridge + harbour'],
    ['SQL', `'; DROP TABLE post; --`],
    ['NUL', 'bridge\u0000"'],
    ['lone surrogates', '\ud800 bridge \udc00'],
    ['much', 'bridge '.repeat(2_000)],
    ['one long word', 'b'.repeat(10_000)],
    ['private characters', '\ue000s6e657773'],
    ['many stars', 'b* h* s* t* *'],
    ['emoji', '😀👩‍👩‍👧'],
    ['keys without values', 'section: author: from: to: tag:'],
    ['only marks', '\u0301\u0301\u0301'],
    ['minus signs', '- -- --- −'],
  ])('never throws: %s', (_, query) => {
    expect(() => search(database, query, OPTIONS)).not.toThrow()
  })

  it('finds no facet by its spelling', () => {
    expect(find(database, '\ue000s6e657773')).toEqual([])
  })
})

describe('pages of hits', () => {
  const stories = Array.from({ length: 230 }, (_, number) => ({
    slug: `story-${number}`,
    title: 'A tide',
    published: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString().replace('.000', ''),
  }))
  const database = createWordIndex(stories)

  it.each([
    [1, 'story-229', 10],
    [2, 'story-219', 10],
    [20, 'story-39', 10],
    [21, undefined, 0],
    [1_000_000, undefined, 0],
    [-3, 'story-229', 10],
  ])('page %s begins with %s', (page, first, length) => {
    const { hits, pages, total } = search(database, 'tide', { ...OPTIONS, page })
    expect([hits[0]?.summary.slug, hits.length, pages, total]).toEqual([first, length, 20, 230])
  })
})
