import { defaultSite } from '#lib/config/site.ts'
import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'

const SITE = { ...defaultSite, name: 'The Packet', language: 'en-GB' }
const IMAGE = { url: '/media/p/1/og.jpg', alt: 'A ferry' }

const STORY = {
  slug: 'chain-ferry',
  title: 'Chain ferry returns',
  description: 'After 77 days.',
  published: '2026-11-22T07:30:00Z',
  updated: '2026-11-22T09:00:00Z',
  section: { slug: 'harbour', name: 'Harbour' },
  tags: [
    { slug: 'ferry', name: 'ferry' },
    { slug: 'budget', name: 'budget' },
  ],
  authors: [{ slug: 'ada-quill', name: 'Ada Quill' }],
  language: 'en-GB',
  canonical: null,
  crawling: 'all' as const,
  readingMinutes: 3,
  type: 'news' as const,
}

const build = (changes: Partial<Parameters<typeof buildArticleMetadata>[0]>) =>
  buildArticleMetadata({ ...STORY, ...changes }, IMAGE, SITE, 'https://packet.example')

describe('buildArticleMetadata', () => {
  it.each([
    ['no-index', { index: false }],
    ['no-sitemap', { 'max-image-preview': 'large' }],
    ['all', { 'max-image-preview': 'large' }],
  ] as const)('tells robots of a story that is %s', (crawling, robots) => {
    expect(build({ crawling }).robots).toEqual(robots)
  })

  it('says what a link preview needs to know of a story', () => {
    expect(build({}).openGraph).toEqual({
      type: 'article',
      title: 'Chain ferry returns',
      description: 'After 77 days.',
      url: 'https://packet.example/posts/chain-ferry',
      siteName: 'The Packet',
      locale: 'en_GB',
      publishedTime: '2026-11-22T07:30:00Z',
      modifiedTime: '2026-11-22T09:00:00Z',
      section: 'Harbour',
      tags: ['ferry', 'budget'],
      authors: ['https://packet.example/authors/ada-quill'],
      images: [{ url: 'https://packet.example/media/p/1/og.jpg', alt: 'A ferry' }],
    })
  })

  it('names its writers, and where to find them', () => {
    expect(build({}).authors).toEqual([
      { name: 'Ada Quill' },
      { url: 'https://packet.example/authors/ada-quill' },
    ])
  })

  it.each([
    [[], 'The Packet'],
    [['Ada', 'Ben'], 'Ada and Ben'],
    [['Ada', 'Ben', 'Cleo'], 'Ada, Ben and Cleo'],
  ])('has one byline for %j, as printed', (names, byline) => {
    const authors = names.map((name) => ({ slug: name.toLowerCase(), name }))
    const { authors: named, other } = build({ authors })
    expect(named.flatMap((author) => ('name' in author ? [author.name] : []))).toEqual([byline])
    expect(other).toMatchObject({ 'twitter:data1': byline, 'twitter:data2': '3 minutes' })
  })

  it('leads to its Markdown version and to how it is shown elsewhere', () => {
    expect(build({}).alternates.types).toMatchObject({
      'text/markdown': [{ url: 'https://packet.example/posts/chain-ferry.md' }],
      'application/json+oembed': [
        { url: 'https://packet.example/oembed?url=https%3A%2F%2Fpacket.example%2Fposts%2Fchain-ferry' },
      ],
    })
  })

  it('names the paper’s page at Facebook, and the story’s other languages', () => {
    const site = { ...SITE, social: ['https://www.facebook.com/packet'] }
    const versions = ['en-GB', 'fr', 'ar'].map((language) => ({ slug: `ferry-${language}`, language }))
    const head = buildArticleMetadata(STORY, IMAGE, site, 'https://packet.example', {
      creators: [],
      versions,
    })
    expect(head.other).toMatchObject({ 'article:publisher': 'https://www.facebook.com/packet' })
    expect(head.openGraph).toMatchObject({ alternateLocale: ['fr_FR', 'ar_EG'] })
  })

  it('claims no change and no section where there is none', () => {
    const { openGraph } = build({ updated: null, section: null })
    expect(openGraph).not.toHaveProperty('modifiedTime')
    expect(openGraph).not.toHaveProperty('section')
  })

  it('sends crawlers to where the story was first printed', () => {
    const { alternates, openGraph } = build({ canonical: 'https://first.example/ferry' })
    expect(alternates.canonical).toBe('https://first.example/ferry')
    expect(openGraph.url).toBe('https://first.example/ferry')
  })

  it('has the locale of the story, not of the paper', () => {
    expect(build({ language: 'ja' }).openGraph.locale).toBe('ja_JP')
  })
})
