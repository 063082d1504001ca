import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { makePost } from '../../../app/support/story.ts'
import { buildArticle, NOW, readGraph, SITE_URL, site } from '../../../support/graphs.ts'
import { listUnknownWords } from '../../../support/schema-org.ts'

const PUBLISHER = {
  '@type': 'NewsMediaOrganization',
  '@id': 'https://paper.example/#organization',
  name: 'The Packet',
  url: 'https://paper.example/',
  logo: { '@type': 'ImageObject', url: 'https://paper.example/media/logo.png' },
}

it('says of a story all that Google asks of a NewsArticle', () => {
  const [article] = readGraph(
    buildArticle({
      authors: [
        { slug: 'ada-quill', name: 'Ada Quill' },
        { slug: 'ben-orrell', name: 'Ben Orrell' },
      ],
      corrections: [{ date: '2026-11-24T00:00:00Z', text: 'It was 78 days.' }],
    }),
  )
  expect(article).toEqual({
    '@type': 'NewsArticle',
    '@id': 'https://paper.example/posts/chain-ferry#article',
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://paper.example/posts/chain-ferry' },
    url: 'https://paper.example/posts/chain-ferry',
    headline: 'Chain ferry returns',
    description: 'After 77 days.',
    image: [
      {
        '@type': 'ImageObject',
        url: 'https://paper.example/media/ferry.jpg',
        width: '1600',
        height: '900',
        description: 'A ferry',
        creditText: 'B. Lens',
      },
    ],
    thumbnailUrl: 'https://paper.example/media/ferry.jpg',
    datePublished: '2026-11-22T07:30:00Z',
    dateModified: '2026-11-24T00:00:00Z',
    author: ['Ada Quill', 'Ben Orrell'].map((name) => {
      const url = `https://paper.example/authors/${name.toLowerCase().replace(' ', '-')}`
      return { '@type': 'Person', '@id': `${url}#person`, name, url }
    }),
    publisher: PUBLISHER,
    isPartOf: {
      '@type': 'WebSite',
      '@id': 'https://paper.example/#website',
      name: 'The Packet',
      url: 'https://paper.example/',
    },
    copyrightHolder: { '@id': 'https://paper.example/#organization' },
    copyrightYear: 2026,
    articleSection: 'Harbour',
    keywords: ['ferry'],
    wordCount: 4,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.article-standfirst'] },
    correction: [
      { '@type': 'CorrectionComment', text: 'It was 78 days.', datePublished: '2026-11-24T00:00:00Z' },
    ],
  })
})

it.each([
  ['news', 'NewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['reportage', 'ReportageNewsArticle'],
  ['review', 'ReviewNewsArticle'],
  ['background', 'BackgroundNewsArticle'],
] as const)('calls a story of type %s a %s', (type, name) => {
  expect(readGraph(buildArticle({ type }))[0]['@type']).toBe(name)
})

it('says of a story for subscribers which part of its page is not free', () => {
  expect(readGraph(buildArticle({ access: 'subscribers' }))[0]).toMatchObject({
    isAccessibleForFree: false,
    hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' },
  })
})

it('says who a writer is, where a file of theirs does: a person or a desk, and where else', () => {
  const authors = [
    { slug: 'ada-quill', name: 'Ada Quill' },
    { slug: 'wire', name: 'The Wire' },
  ]
  const writers = [
    { slug: 'ada-quill', type: 'person', links: ['https://social.example/@ada'] },
    { slug: 'wire', type: 'organization', links: [] },
  ] as const
  const facts = { post: makePost({ authors }), images: [], site, siteUrl: SITE_URL, now: NOW }
  const [article] = readGraph(
    buildArticleGraph({
      ...facts,
      writers: writers.map((writer) => ({ ...writer, links: [...writer.links] })),
    }),
  )
  expect(article.author).toMatchObject([
    { '@type': 'Person', sameAs: ['https://social.example/@ada'] },
    { '@type': 'Organization', '@id': 'https://paper.example/authors/wire#organization', name: 'The Wire' },
  ])
})

it('has an unsigned story written by the paper, by its name', () => {
  expect(readGraph(buildArticle({ authors: [] }))[0].author).toEqual(PUBLISHER)
})

it('names the story in other languages', () => {
  const versions = [
    { slug: 'chain-ferry', language: 'en-GB' },
    { slug: 'bac', language: 'fr' },
  ]
  const facts = { post: makePost(), images: [], site, siteUrl: SITE_URL, now: NOW, versions }
  expect(readGraph(buildArticleGraph(facts))[0].workTranslation).toEqual([
    { '@type': 'NewsArticle', '@id': 'https://paper.example/posts/bac#article', inLanguage: 'fr' },
  ])
})

it('says no date that has not come', () => {
  const [article] = readGraph(buildArticle({ updated: '2199-01-01T00:00:00Z' }))
  expect(article.dateModified).toBe('2026-11-22T07:30:00Z')
})

it('shows the way from the front page to the story', () => {
  const [, breadcrumbs] = readGraph(buildArticle())
  expect(breadcrumbs.itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'The Packet', item: 'https://paper.example/' },
    { '@type': 'ListItem', position: 2, name: 'Harbour', item: 'https://paper.example/sections/harbour' },
    {
      '@type': 'ListItem',
      position: 3,
      name: 'Chain ferry returns',
      item: 'https://paper.example/posts/chain-ferry',
    },
  ])
})

it('names the publisher with its logo, its accounts and its policies', () => {
  const [, , organization] = readGraph(buildArticle())
  expect(organization).toEqual({
    '@type': 'NewsMediaOrganization',
    '@id': 'https://paper.example/#organization',
    name: 'The Packet',
    url: 'https://paper.example/',
    legalName: 'The Packet Company',
    logo: { '@type': 'ImageObject', url: 'https://paper.example/media/logo.png' },
    sameAs: ['https://social.example/@packet'],
    email: 'desk@paper.example',
    correctionsPolicy: 'https://paper.example/corrections',
    ethicsPolicy: 'https://press.example/code',
  })
})

it('uses only words of schema.org', () => {
  const graph = buildArticle({ corrections: [{ date: '2026-11-24T00:00:00Z', text: 'A' }] })
  expect(listUnknownWords(readGraph(graph))).toEqual([])
})
