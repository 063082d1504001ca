import { defaultSite } from '#lib/config/site.ts'
import { buildHomeMetadata, buildListMetadata, type ListFacts } from '#lib/seo/list-metadata.ts'

const SITE = {
  ...defaultSite,
  name: 'The Packet',
  tagline: 'News of the quay',
  description: 'A paper.',
  language: 'en-GB',
}
const URL_OF_SITE = 'https://packet.example'

const first = { page: 1, name: '', description: '' }

it.each<[ListFacts, string, string, string]>([
  [
    {
      ...first,
      list: { kind: 'section', slug: 'harbour' },
      name: 'Harbour',
      description: 'Boats and tides.',
    },
    'Harbour',
    'Boats and tides.',
    '/sections/harbour',
  ],
  [
    { ...first, list: { kind: 'section', slug: 'harbour' }, name: 'Harbour' },
    'Harbour',
    'Harbour: the latest stories from The Packet.',
    '/sections/harbour',
  ],
  [
    { ...first, list: { kind: 'tag', slug: 'tides' }, name: 'tides' },
    'tides',
    'Every story about tides in The Packet.',
    '/tags/tides',
  ],
  [
    { ...first, list: { kind: 'author', slug: 'ada' }, name: 'Ada' },
    'Ada',
    'What Ada writes for The Packet.',
    '/authors/ada',
  ],
  [
    { ...first, list: { kind: 'year', year: 2026 } },
    'Archive: 2026',
    'Every story The Packet published in 2026.',
    '/archive/2026',
  ],
  [
    { ...first, list: { kind: 'month', year: 2026, month: 3 } },
    'Archive: March 2026',
    'Every story The Packet published in March 2026.',
    '/archive/2026/03',
  ],
])('describes the list %j', (facts, title, description, canonical) => {
  const metadata = buildListMetadata(facts, SITE, URL_OF_SITE)
  expect(metadata.openGraph.title).toBe(title)
  expect(metadata).toMatchObject({
    title: `${title} — The Packet`,
    description,
    alternates: { canonical: URL_OF_SITE + canonical },
  })
})

it('tells further pages apart, and lets each name itself', () => {
  const facts = { list: { kind: 'all' }, page: 3, name: '', description: '' } as const
  const metadata = buildListMetadata(facts, SITE, URL_OF_SITE)
  expect(metadata.title).toBe('All stories, page 3 — The Packet')
  expect(metadata.alternates.canonical).toBe(`${URL_OF_SITE}/page/3`)
  expect(metadata.description).toBe('Page 3 of All stories in The Packet.')
})

it.each([
  [
    'de',
    'Harbour, Seite 3',
    'Seite 3 von „Harbour“ in The Packet.',
    'Harbour: die neuesten Artikel von The Packet.',
  ],
  ['ja-JP', 'Harbour（3ページ）', 'The Packet「Harbour」の3ページ。', 'The Packet「Harbour」の最新記事。'],
  ['he', 'Harbour, עמוד 3', 'עמוד 3 של Harbour, The Packet.', 'Harbour: הכתבות האחרונות, The Packet.'],
  ['ar-EG', 'Harbour، صفحة 3', 'صفحة 3 من Harbour في The Packet.', 'Harbour: أحدث المقالات من The Packet.'],
])('speaks the paper’s language: %s', (language, title, furtherText, firstText) => {
  const facts: ListFacts = { ...first, list: { kind: 'section', slug: 'harbour' }, name: 'Harbour', page: 3 }
  const paper = { ...SITE, language }
  expect(buildListMetadata(facts, paper, URL_OF_SITE)).toMatchObject({
    title: `${title} — The Packet`,
    description: furtherText,
    openGraph: { title, description: furtherText },
  })
  expect(buildListMetadata({ ...facts, page: 1 }, paper, URL_OF_SITE).description).toBe(firstText)
})

it.each<[ListFacts['list'], string]>([
  [{ kind: 'all' }, 'كل المقالات'],
  [{ kind: 'year', year: 2026 }, 'الأرشيف: 2026'],
  [{ kind: 'month', year: 2026, month: 3 }, 'الأرشيف: مارس ٢٠٢٦'],
])('titles the list %j from right to left in Arabic', (list, title) => {
  const metadata = buildListMetadata({ ...first, list }, { ...SITE, language: 'ar-EG' }, URL_OF_SITE)
  expect(metadata.openGraph.title).toBe(title)
})

describe('buildHomeMetadata', () => {
  it('is titled with the paper’s own name', () => {
    expect(buildHomeMetadata(SITE, URL_OF_SITE)).toMatchObject({
      title: 'The Packet: News of the quay',
      description: 'A paper.',
      openGraph: { title: 'The Packet', url: `${URL_OF_SITE}/` },
      alternates: { canonical: `${URL_OF_SITE}/` },
    })
  })

  it('does with the name alone', () => {
    const bare = { ...SITE, tagline: '', description: '' }
    expect(buildHomeMetadata(bare, URL_OF_SITE).title).toBe('The Packet')
  })
})

describe('a list’s picture', () => {
  const card = /^https:\/\/packet\.example\/media\/card\/([^/]+)\/[0-9a-f]{20}\.jpg$/

  it.each<[ListFacts['list'], string, string, string]>([
    [{ kind: 'all' }, '', 'all%3A', 'The Packet: News of the quay'],
    [{ kind: 'section', slug: 'harbour' }, 'Harbour', 'section%3Aharbour', 'Harbour — The Packet'],
    [{ kind: 'tag', slug: 'tides' }, 'tides', 'tag%3Atides', 'tides — The Packet'],
    [{ kind: 'author', slug: 'ada' }, 'Ada', 'author%3Aada', 'Ada — The Packet'],
    [{ kind: 'month', year: 2026, month: 3 }, '', 'month%3A2026-03', 'March 2026 — The Packet'],
  ])('of %j is a card of its own', (list, name, address, alt) => {
    const { images } = buildListMetadata({ ...first, list, name }, SITE, URL_OF_SITE).openGraph
    expect(images).toEqual([
      { url: expect.stringMatching(card), alt, width: 1200, height: 630, type: 'image/jpeg' },
    ])
    expect(card.exec(images[0]?.url ?? '')?.[1]).toBe(address)
  })

  it('is its stories’ where they have one', () => {
    const image = { url: '/media/p/1/og.jpg', alt: 'A pier', width: 1200, height: 630 }
    const facts = { ...first, list: { kind: 'all' }, image } as const
    expect(buildListMetadata(facts, SITE, URL_OF_SITE).twitter.images).toEqual([
      { ...image, url: `${URL_OF_SITE}/media/p/1/og.jpg` },
    ])
  })
})

it('calls a writer’s own page a profile, and no other', () => {
  const list = { kind: 'author', slug: 'ada' } as const
  const getType = (facts: ListFacts) => buildListMetadata(facts, SITE, URL_OF_SITE).openGraph.type
  expect(getType({ ...first, list, name: 'Ada' })).toBe('profile')
  expect(getType({ ...first, list, name: 'Ada', page: 2 })).toBe('website')
  expect(getType({ ...first, list: { kind: 'all' } })).toBe('website')
})
