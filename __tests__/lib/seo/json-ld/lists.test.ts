import type { Author } from '#lib/content/page.ts'
import { buildHomeGraph } from '#lib/seo/json-ld/home.ts'
import { buildListGraph } from '#lib/seo/json-ld/list.ts'
import { buildStandingGraph } from '#lib/seo/json-ld/standing.ts'
import { readGraph, SITE_URL, site } from '../../../support/graphs.ts'
import { listUnknownWords } from '../../../support/schema-org.ts'

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

const section = { list: { kind: 'section', slug: 'harbour' }, page: 1, name: 'Harbour' } as const
const stories = [
  { slug: 'one', title: 'One' },
  { slug: 'two', title: 'Two' },
]

it('is WebSite and publisher on the front page, without a search', () => {
  const [website, organization] = readGraph(buildHomeGraph(site, SITE_URL))
  expect(website).toMatchObject({ '@type': 'WebSite', name: 'The Packet', url: 'https://paper.example/' })
  expect(website).toHaveProperty(
    'potentialAction.target.urlTemplate',
    'https://paper.example/search?q={search_term_string}',
  )
  expect(organization['@type']).toBe('NewsMediaOrganization')
})

it('is a CollectionPage with its stories on a list', () => {
  const [page] = readGraph(buildListGraph({ ...section, stories, site, siteUrl: SITE_URL }))
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
  const [, breadcrumbs] = readGraph(
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
  const [node, breadcrumbs] = readGraph(graph)
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
  expect(listUnknownWords(readGraph(graph))).toEqual([])
})

it('is a ProfilePage on an author’s', () => {
  const facts = { list: { kind: 'author', slug: 'ada-quill' }, page: 1, name: 'Ada Quill' } as const
  const [profile] = readGraph(
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
  expect(listUnknownWords(readGraph(graph))).toEqual([])
})
