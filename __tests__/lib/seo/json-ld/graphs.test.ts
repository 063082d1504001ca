import { parseSite } from '#lib/config/parse/parse-site.ts'
import type { Author } from '#lib/content/page.ts'
import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { buildHomeGraph } from '#lib/seo/json-ld/home.ts'
import { buildListGraph } from '#lib/seo/json-ld/list.ts'
import { serializeJsonLd } from '#lib/seo/json-ld/serialize.ts'
import { buildStandingGraph } from '#lib/seo/json-ld/standing.ts'
import { makePost } from '../../../app/support/story.ts'
import { listUnknownWords } from '../../../support/schema-org.ts'

const SITE_URL = 'https://paper.example'
const NOW = new Date('2026-11-25T00:00:00Z')
const { site } = parseSite(
  `name: The Packet
tagline: News of the quay
email: desk@paper.example
logo: /media/logo.png
publisher: { name: The Packet Company }
social: [https://social.example/@packet]
policies:
  correctionsPolicy: /corrections
  ethicsPolicy: https://press.example/code
`,
  'site.yaml',
)

const ADA: Author = {
  slug: 'ada-quill',
  name: 'Ada Quill',
  type: 'person',
  role: 'Harbour correspondent',
  description: 'Knows the tides.',
  body: '',
  bodyLine: 1,
  image: null,
  links: ['https://social.example/@ada'],
  aliases: [],
  language: 'en',
  direction: 'ltr',
  sourceFile: 'authors/ada-quill.md',
  contentHash: 'a'.repeat(64),
}

const PUBLISHER = {
  '@type': 'NewsMediaOrganization',
  '@id': 'https://paper.example/#organization',
  name: 'The Packet',
  url: 'https://paper.example/',
  logo: { '@type': 'ImageObject', url: 'https://paper.example/media/logo.png' },
}

const buildArticle = (changes: Parameters<typeof makePost>[0] = {}) =>
  buildArticleGraph({
    post: makePost(changes),
    images: [{ url: '/media/ferry.jpg', alt: 'A ferry', width: 1600, height: 900 }],
    site,
    siteUrl: SITE_URL,
    now: NOW,
  })

/** The nodes of a graph as they are sent. */
const read = (graph: Parameters<typeof serializeJsonLd>[0]) => JSON.parse(serializeJsonLd(graph))['@graph']

const section = { list: { kind: 'section', slug: 'harbour' }, page: 1, name: 'Harbour' } as const
const stories = [
  { slug: 'one', title: 'One' },
  { slug: 'two', title: 'Two' },
]

it('says of a story all that Google asks of a NewsArticle', () => {
  const [article] = read(
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
  expect(read(buildArticle({ type }))[0]['@type']).toBe(name)
})

it('says of a story for subscribers which part of its page is not free', () => {
  expect(read(buildArticle({ access: 'subscribers' }))[0]).toMatchObject({
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
  const [article] = read(
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
  expect(read(buildArticle({ authors: [] }))[0].author).toEqual(PUBLISHER)
})

it('names the story in other languages', () => {
  const versions = [
    { slug: 'chain-ferry', language: 'en-GB' },
    { slug: 'bac', language: 'fr' },
  ]
  const facts = { post: makePost(), images: [], site, siteUrl: SITE_URL, now: NOW, versions }
  expect(read(buildArticleGraph(facts))[0].workTranslation).toEqual([
    { '@type': 'NewsArticle', '@id': 'https://paper.example/posts/bac#article', inLanguage: 'fr' },
  ])
})

it('says no date that has not come', () => {
  const [article] = read(buildArticle({ updated: '2199-01-01T00:00:00Z' }))
  expect(article.dateModified).toBe('2026-11-22T07:30:00Z')
})

it('shows the way from the front page to the story', () => {
  const [, breadcrumbs] = read(buildArticle())
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
  const [, , organization] = read(buildArticle())
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

it('is WebSite and publisher on the front page, without a search', () => {
  const [website, organization] = read(buildHomeGraph(site, SITE_URL))
  expect(website).toMatchObject({ '@type': 'WebSite', name: 'The Packet', url: 'https://paper.example/' })
  expect(website).toHaveProperty(
    'potentialAction.target.urlTemplate',
    'https://paper.example/search?q={search_term_string}',
  )
  expect(organization['@type']).toBe('NewsMediaOrganization')
})

it('is a CollectionPage with its stories on a list', () => {
  const [page] = read(buildListGraph({ ...section, stories, site, siteUrl: SITE_URL }))
  expect(page).toMatchObject({
    '@type': 'CollectionPage',
    url: 'https://paper.example/sections/harbour',
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: [
        { position: 1, url: 'https://paper.example/posts/one', name: 'One' },
        { position: 2, url: 'https://paper.example/posts/two', name: 'Two' },
      ],
    },
  })
})

it('leads to a month by the archive and the year', () => {
  const [, breadcrumbs] = read(
    buildListGraph({
      list: { kind: 'month', year: 2026, month: 3 },
      page: 1,
      name: 'March 2026',
      parents: [
        { name: 'Archive', path: '/archive' },
        { name: '2026', path: '/archive/2026' },
      ],
      stories,
      site,
      siteUrl: SITE_URL,
    }),
  )
  const items = breadcrumbs.itemListElement.map(({ item }: { item: string }) => item)
  expect(items).toEqual(['/', '/archive', '/archive/2026', '/archive/2026/03'].map((path) => SITE_URL + path))
})

it.each([
  ['about', null, 'AboutPage'],
  ['contact', null, 'ContactPage'],
  ['privacy', null, 'WebPage'],
  ['archive', null, 'CollectionPage'],
  ['corrections', stories, 'CollectionPage'],
])('says what /%s is, and the way to it', (slug, listed, type) => {
  const page = { slug, title: 'A title', description: 'What it is.', language: 'en' }
  const graph = buildStandingGraph({ page, stories: listed, site, siteUrl: SITE_URL })
  const [node, breadcrumbs] = read(graph)
  expect(node).toEqual({
    '@type': type,
    '@id': `${SITE_URL}/${slug}`,
    url: `${SITE_URL}/${slug}`,
    name: 'A title',
    description: 'What it is.',
    inLanguage: 'en',
    publisher: { '@id': `${SITE_URL}/#organization` },
    ...(listed === null ? {} : { mainEntity: expect.objectContaining({ numberOfItems: 2 }) }),
  })
  expect(breadcrumbs.itemListElement).toHaveLength(2)
  expect(listUnknownWords(read(graph))).toEqual([])
})

it('is a ProfilePage on an author’s', () => {
  const facts = { list: { kind: 'author', slug: 'ada-quill' }, page: 1, name: 'Ada Quill' } as const
  const [profile] = read(
    buildListGraph({ ...facts, stories, author: ADA, portrait: '/media/ada.jpg', site, siteUrl: SITE_URL }),
  )
  expect(profile).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'Ada Quill',
      url: 'https://paper.example/authors/ada-quill',
      jobTitle: 'Harbour correspondent',
      sameAs: ['https://social.example/@ada'],
      image: 'https://paper.example/media/ada.jpg',
    },
  })
})

it.each([
  ['a story', buildArticle({ corrections: [{ date: '2026-11-24T00:00:00Z', text: 'A' }] })],
  ['the front page', buildHomeGraph(site, SITE_URL)],
  ['a section', buildListGraph({ ...section, stories, site, siteUrl: SITE_URL })],
  [
    'an author',
    buildListGraph({
      ...section,
      list: { kind: 'author', slug: 'a' },
      stories,
      author: ADA,
      site,
      siteUrl: SITE_URL,
    }),
  ],
])('uses only words of schema.org on %s', (_page, graph) => {
  expect(listUnknownWords(read(graph))).toEqual([])
})
