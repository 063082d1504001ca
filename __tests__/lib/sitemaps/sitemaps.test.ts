import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { applyDueChanges, getNextBoundary } from '#lib/freshness/schedule.ts'
import { parseSitemapPart } from '#lib/routes/sitemap-part.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'
import { renderNewsSitemap, renderSitemapIndex, renderSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')
const tides = { tags: '[tides]', section: 'Harbour', author: 'Ada Quill' }

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\nlanguage: en-GB\n',
  'posts/one.md': toPostText({
    ...tides,
    title: 'One & only',
    date: '2026-05-01T08:00:00Z',
    image: '/media/a b.jpg',
  }),
  'posts/two.md': toPostText({
    ...tides,
    title: 'Two',
    date: '2026-06-14T08:00:00Z',
    updated: '2026-06-15T09:00:00Z',
  }),
  'posts/three.md': toPostText({
    ...tides,
    title: 'Three',
    date: '2026-06-13T12:00:01Z',
    tags: '[tides, rare]',
  }),
  'posts/四.md': toPostText({ title: '四', date: '2026-06-13T12:00:00Z', lang: 'zh-Hant' }),
  'posts/soon.md': toPostText({ title: 'Soon', date: '2026-06-15T12:00:01Z' }),
  'posts/past.md': toPostText({
    title: 'Past',
    date: '2026-06-14T08:00:00Z',
    expires: '2026-06-15T12:00:00Z',
  }),
  'posts/draft.md': toPostText({ title: 'Draft', date: '2026-06-14T08:00:00Z', draft: 'true' }),
  'posts/reprint.md': toPostText({
    title: 'Reprint',
    date: '2026-06-14T08:00:00Z',
    canonical: 'https://first.example/reprint',
  }),
  'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
})

const context = (now = NOW) => ({ index: peekIndex(), siteUrl: 'https://paper.example', now })

async function gather(pieces: AsyncGenerator<string> | string | null): Promise<string> {
  if (pieces === null || typeof pieces === 'string') return pieces ?? ''
  return (await Array.fromAsync(pieces)).join('')
}

async function readPart(name: string, now = NOW) {
  const part = parseSitemapPart(name)
  const xml = part === null ? '' : await gather(renderSitemapPart(part, context(now)))
  return readXml(xml, 'sitemaps.xsd')
}

async function readNews(now: Date) {
  const news = renderNewsSitemap(context(now))
  return news === null ? null : readXml(await gather(news))
}

beforeAll(() => paper.sync())

describe('/sitemap.xml', () => {
  it('names every part and when it last changed, valid by the schema', () => {
    const xml = readXml(renderSitemapIndex(context()), 'siteindex.xsd')
    expect(xml.children.map((part) => part.children.map(({ text }) => text))).toEqual([
      ['https://paper.example/sitemaps/posts-2026-05.xml', '2026-05-01T08:00:00Z'],
      ['https://paper.example/sitemaps/posts-2026-06.xml', '2026-06-15T09:00:00Z'],
      ['https://paper.example/sitemaps/sections.xml', '2026-06-14T08:00:00Z'],
      ['https://paper.example/sitemaps/tags.xml', '2026-06-14T08:00:00Z'],
      ['https://paper.example/sitemaps/authors.xml', '2026-06-14T08:00:00Z'],
      ['https://paper.example/sitemaps/pages.xml'],
    ])
  })
})

describe('a part', () => {
  it('lists a month’s live stories, oldest first, when each last changed, and its picture', async () => {
    const may = await readPart('posts-2026-05.xml')
    expect(listTexts(may, 'loc')).toEqual(['https://paper.example/posts/one'])
    expect(listTexts(may, 'image:loc')).toEqual(['https://paper.example/media/a%20b.jpg'])
    const june = await readPart('posts-2026-06.xml')
    expect(listTexts(june, 'loc')).toEqual([
      'https://paper.example/posts/%E5%9B%9B',
      'https://paper.example/posts/three',
      'https://paper.example/posts/two',
    ])
    expect(listTexts(june, 'lastmod').at(-1)).toBe('2026-06-15T09:00:00Z')
  })

  it('never says how often or how important: nobody reads that', async () => {
    const june = await readPart('posts-2026-06.xml')
    expect([...listElements(june, 'priority'), ...listElements(june, 'changefreq')]).toEqual([])
  })

  it.each([
    ['sections.xml', ['https://paper.example/sections/harbour']],
    ['tags.xml', ['https://paper.example/tags/tides']],
    ['authors.xml', ['https://paper.example/authors/ada-quill']],
    [
      'pages.xml',
      ['', 'sections', 'tags', 'authors', 'archive', 'corrections', 'feeds', 'about'].map(
        (path) => `https://paper.example/${path}`,
      ),
    ],
  ])('%s lists %j', async (name, locations) => {
    expect(listTexts(await readPart(name), 'loc')).toEqual(locations)
  })

  it.each(['posts-2026-04.xml', 'posts-2026-06-2.xml', 'tags-2.xml', 'news-2.xml'])('%s is empty', (name) => {
    const part = parseSitemapPart(name)
    expect(part === null ? 'no part' : renderSitemapPart(part, context())).toBeNull()
  })

  it.each(['posts.xml', 'posts-2026-06-1.xml', 'posts-2026-6.xml', 'tags-0.xml', 'news.xml', 'a.xml'])(
    '%s is none of ours',
    (name) => expect(parseSitemapPart(name)).toBeNull(),
  )

  it('changes with the stories of its month and with no others', async () => {
    const revisionOf = (path: string) => getRevisionOfTags(peekIndex(), getTagsOfPath(path))
    const [may, june] = ['/sitemaps/posts-2026-05.xml', '/sitemaps/posts-2026-06.xml'] as const
    const before = [revisionOf(may), revisionOf(june)]
    paper.write('posts/new.md', toPostText({ title: 'New', date: '2026-06-15T11:00:00Z' }))
    await paper.sync()
    expect(revisionOf(may)).toBe(before[0])
    expect(revisionOf(june)).toBeGreaterThan(before[1] ?? 0)
    expect(listTexts(await readPart('posts-2026-06.xml'), 'loc')).toContain('https://paper.example/posts/new')
    paper.remove('posts/new.md')
    await paper.sync()
  })
})

describe('/news-sitemap.xml', () => {
  it('says of each story what Google News asks, valid by the schema', async () => {
    const xml = readXml(await gather(renderNewsSitemap(context())), 'sitemaps.xsd')
    expect(listTexts(xml, 'loc')).toEqual([
      'https://paper.example/posts/two',
      'https://paper.example/posts/three',
    ])
    expect(listTexts(xml, 'news:name')).toEqual(['The Packet', 'The Packet'])
    expect(listTexts(xml, 'news:language')).toEqual(['en', 'en'])
    expect(listTexts(xml, 'news:publication_date')).toEqual(['2026-06-14T08:00:00Z', '2026-06-13T12:00:01Z'])
    expect(listTexts(xml, 'news:title')).toEqual(['Two', 'Three'])
  })

  it.each([
    ['2026-06-13T11:59:59Z', false],
    ['2026-06-13T12:00:00Z', true],
    ['2026-06-15T11:59:59Z', true],
    ['2026-06-15T12:00:00Z', false],
  ])('at %s, has the story of 13 June, noon: %s', async (now, expected) => {
    const news = await readNews(new Date(now))
    const languages = news === null ? [] : listTexts(news, 'news:language')
    expect(languages.includes('zh-tw')).toBe(expected)
  })

  it('is not there when nothing was published for 48 hours: the schema knows no empty one', async () => {
    expect(await readNews(new Date('2026-06-20T12:00:00Z'))).toBeNull()
  })

  it('is made anew at the second a story is 48 hours old', () => {
    const index = peekIndex()
    const before = new Date('2026-06-15T11:59:59Z')
    expect(getNextBoundary(index, before)).toBe(Date.parse('2026-06-15T12:00:00Z'))
    index.clock.passed = before.getTime()
    index.clock.next = null
    applyDueChanges(index, before)
    const revision = getRevisionOfTags(index, ['news'])
    applyDueChanges(index, new Date('2026-06-15T12:00:00Z'))
    expect(getRevisionOfTags(index, ['news'])).toBeGreaterThan(revision)
    expect(getTagsOfPath('/news-sitemap.xml')).toContain('news')
  })

  it('becomes an index of files of 1,000 when there are more', async () => {
    for (let number = 0; number < 1_001; number += 1) {
      const date = new Date(Date.parse('2026-03-01T00:00:00Z') + number * 1_000).toISOString()
      paper.write(`posts/wire/w${number}.md`, toPostText({ title: `Wire ${number}`, date }))
    }
    await paper.sync()
    const now = new Date('2026-03-01T12:00:00Z')
    const xml = readXml(await gather(renderNewsSitemap(context(now))), 'siteindex.xsd')
    expect(listTexts(xml, 'loc')).toEqual([
      'https://paper.example/sitemaps/news-1.xml',
      'https://paper.example/sitemaps/news-2.xml',
    ])
    expect(listElements(await readPart('news-1.xml', now), 'url')).toHaveLength(1_000)
    expect(listTexts(await readPart('news-2.xml', now), 'news:title')).toEqual(['Wire 0'])
  })
})
