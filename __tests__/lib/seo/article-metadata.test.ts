import { buildArticleMetadata } from '#lib/seo/article-metadata.ts'

const SITE = { name: 'The Packet', language: 'en-GB' }

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
}

const build = (changes: Partial<Parameters<typeof buildArticleMetadata>[0]>) =>
  buildArticleMetadata({ ...STORY, ...changes }, null, SITE, 'https://packet.example')

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
      url: '/posts/chain-ferry',
      siteName: 'The Packet',
      locale: 'en_GB',
      publishedTime: '2026-11-22T07:30:00Z',
      modifiedTime: '2026-11-22T09:00:00Z',
      section: 'Harbour',
      tags: ['ferry', 'budget'],
      authors: ['https://packet.example/authors/ada-quill'],
    })
  })

  it('names its writers, and where to find them', () => {
    expect(build({}).authors).toEqual([
      { name: 'Ada Quill', url: 'https://packet.example/authors/ada-quill' },
    ])
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
