import { fetchFeed } from '../../support/fetch-feed.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { jsonFeed } from '../../support/json-feed.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const FERRY = {
  title: '"Ferry & tide: <b>back</b>"',
  date: '2026-11-22T07:30:00Z',
  updated: '2026-11-22T09:00:00Z',
  description: 'After 77 days.',
  section: 'Harbour',
  tags: '[tides, ferry]',
  authors: '[Ada Quill, Ben Orrell]',
  image: '{src: /media/ferry.jpg, alt: A ferry}',
}
const BODY = 'See [the wall](wall.md), ![A chart](chart.png) and[^1].\n\n[^1]: A note.\n'

const paper = setUpPaper({
  'site.yaml':
    'name: The Packet\nlanguage: en-GB\nfeeds:\n  items: 2\nwebSub:\n  hub: https://hub.example/\n',
  'posts/ferry.md': toPostText(FERRY, BODY),
  'posts/wall.md': toPostText({ title: 'Wall', date: '2026-11-21T07:30:00Z', section: 'Harbour' }),
  'posts/old.md': toPostText({ title: 'Old', date: '2026-01-01T07:30:00Z', aliases: '[/posts/first-name]' }),
  'posts/soon.md': toPostText({ title: 'Soon', date: '2199-01-01T00:00:00Z' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
  'posts/past.md': toPostText({
    title: 'Past',
    date: '2026-11-22T08:00:00Z',
    expires: '2026-11-22T09:00:00Z',
  }),
})

beforeAll(async () => paper.write('posts/chart.png', await makeJpeg(900, 600)))

const attributesOf = (xml: ReturnType<typeof readXml>, name: string) =>
  listElements(xml, name).map(({ attributes }) => attributes)

describe('RSS', () => {
  it('is well-formed, names itself, its hub and its pages', async () => {
    const xml = readXml(await (await fetchFeed('/feed.xml')).text())
    expect(xml).toMatchObject({ name: 'rss', attributes: { version: '2.0' } })
    const [channel] = xml.children
    const links = (channel?.children ?? []).filter(({ name }) => name === 'atom:link')
    expect(links.map(({ attributes: { rel, href } }) => [rel, href])).toEqual([
      ['self', 'https://paper.example/feed.xml'],
      ['first', 'https://paper.example/feed.xml'],
      ['next', 'https://paper.example/page/2/feed.xml'],
      ['last', 'https://paper.example/page/2/feed.xml'],
      ['hub', 'https://hub.example/'],
    ])
  })

  it('lists live stories only, newest first, each with all a reader shows', async () => {
    const [ferry, ...others] = listElements(readXml(await (await fetchFeed('/feed.xml')).text()), 'item')
    if (ferry === undefined) throw new Error('There is no story')
    expect(others.flatMap((item) => listTexts(item, 'title'))).toEqual(['Wall'])
    expect(listTexts(ferry, 'title')).toEqual(['Ferry & tide: back'])
    expect(listTexts(ferry, 'link')).toEqual(['https://paper.example/posts/ferry'])
    expect(listElements(ferry, 'guid')[0]).toMatchObject({
      text: 'https://paper.example/posts/ferry',
      attributes: { isPermaLink: 'true' },
    })
    expect(listTexts(ferry, 'pubDate')).toEqual(['Sun, 22 Nov 2026 07:30:00 GMT'])
    expect(listTexts(ferry, 'atom:updated')).toEqual(['2026-11-22T09:00:00Z'])
    expect(listTexts(ferry, 'dc:creator')).toEqual(['Ada Quill and Ben Orrell'])
    expect(listTexts(ferry, 'category')).toEqual(['Harbour', 'tides', 'ferry'])
    expect(attributesOf(ferry, 'media:content')).toEqual([
      { url: 'https://paper.example/media/ferry.jpg', type: 'image/jpeg', medium: 'image' },
    ])
  })

  it('gives the description before the content, where every address is whole', async () => {
    const [ferry] = listElements(readXml(await (await fetchFeed('/feed.xml')).text()), 'item')
    const names = ferry?.children.map(({ name }) => name) ?? []
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
    const [html = ''] = ferry === undefined ? [] : listTexts(ferry, 'content:encoded')
    expect(html).toContain('href="https://paper.example/posts/wall"')
    expect(html).toMatch(/src="https:\/\/paper\.example\/media\/p\/[0-9a-f]{20}\/800\.jpg"/)
    expect(html).not.toMatch(/srcset="\/| \/media/)
    expect(html).toContain('href="https://paper.example/posts/ferry#fn-1"')
    expect(html).not.toMatch(/(?:href|src)="[/#]/)
  })

  it('answers with its type, a tag of its bytes, when it last changed, and links to itself and its hub', async () => {
    const { headers } = await fetchFeed('/feed.xml')
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
    expect(headers.get('last-modified')).toBe('Sun, 22 Nov 2026 09:00:00 GMT')
    expect(headers.get('link')).toBe(
      '<https://paper.example/feed.xml>; rel="self", <https://hub.example/>; rel="hub"',
    )
  })

  it('of an author has what they wrote', async () => {
    const xml = readXml(await (await fetchFeed('/authors/ben-orrell/feed.xml')).text())
    expect(listTexts(xml, 'title')).toEqual([
      'Ben Orrell — The Packet',
      'Ben Orrell — The Packet',
      'Ferry & tide: back',
    ])
  })
})

describe('Atom', () => {
  it('is valid by RFC 4287', async () => {
    const xml = readXml(await (await fetchFeed('/atom.xml')).text(), 'atom.rng')
    expect(xml.attributes['xml:lang']).toBe('en-GB')
    expect(listTexts(xml, 'updated')).toEqual([
      '2026-11-22T09:00:00Z',
      '2026-11-22T09:00:00Z',
      '2026-11-21T07:30:00Z',
    ])
    expect(listTexts(xml, 'published')).toEqual(['2026-11-22T07:30:00Z', '2026-11-21T07:30:00Z'])
  })

  it('keeps the rules of RFC 4287 that its grammar cannot say: who wrote it, and where it is to be read', async () => {
    const xml = readXml(await (await fetchFeed('/atom.xml')).text())
    expect(xml.children.filter(({ name }) => name === 'author')).toHaveLength(1)
    for (const entry of listElements(xml, 'entry')) {
      expect(attributesOf(entry, 'link')).toContainEqual(
        expect.objectContaining({ rel: 'alternate', type: 'text/html' }),
      )
    }
  })

  it('of a section lies below it and holds its stories', async () => {
    const response = await fetchFeed('/sections/harbour/atom.xml')
    const xml = readXml(await response.text(), 'atom.rng')
    expect(attributesOf(xml, 'link').find(({ rel }) => rel === 'self')?.href).toBe(
      'https://paper.example/sections/harbour/atom.xml',
    )
    expect(listElements(xml, 'entry')).toHaveLength(2)
  })

  it('goes on below the further pages', async () => {
    const xml = readXml(await (await fetchFeed('/page/2/atom.xml')).text(), 'atom.rng')
    expect(attributesOf(xml, 'link').find(({ rel }) => rel === 'previous')?.href).toBe(
      'https://paper.example/atom.xml',
    )
    expect(attributesOf(xml, 'link').some(({ rel }) => rel === 'next')).toBe(false)
  })

  it('knows a story by its first address', async () => {
    const xml = readXml(await (await fetchFeed('/page/2/atom.xml')).text())
    const [old] = listElements(xml, 'entry')
    expect(old?.children.find(({ name }) => name === 'id')?.text).toBe(
      'https://paper.example/posts/first-name',
    )
  })

  it('ends where the stories end', async () => {
    expect((await fetchFeed('/page/3/atom.xml')).status).toBe(404)
    expect((await fetchFeed('/sections/none/atom.xml')).status).toBe(404)
  })
})

describe('JSON Feed', () => {
  it('is what version 1.1 asks for', async () => {
    const response = await fetchFeed('/feed.json')
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = await response.json()
    expect(jsonFeed.safeParse(feed).error).toBeUndefined()
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Packet',
      home_page_url: 'https://paper.example/',
      feed_url: 'https://paper.example/feed.json',
      next_url: 'https://paper.example/page/2/feed.json',
      language: 'en-GB',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      items: [
        {
          id: 'https://paper.example/posts/ferry',
          url: 'https://paper.example/posts/ferry',
          title: 'Ferry & tide: back',
          content_html: expect.stringContaining('<a href="https://paper.example/posts/wall">the wall</a>'),
          summary: 'After 77 days.',
          image: 'https://paper.example/media/ferry.jpg',
          date_published: '2026-11-22T07:30:00Z',
          date_modified: '2026-11-22T09:00:00Z',
          authors: [
            { name: 'Ada Quill', url: 'https://paper.example/authors/ada-quill' },
            { name: 'Ben Orrell', url: 'https://paper.example/authors/ben-orrell' },
          ],
          tags: ['Harbour', 'tides', 'ferry'],
          language: 'en-GB',
        },
        { title: 'Wall' },
      ],
    })
  })

  it('of a tag has the stories about it', async () => {
    const feed = await (await fetchFeed('/tags/tides/feed.json')).json()
    expect(feed.items.map(({ title }: { title: string }) => title)).toEqual(['Ferry & tide: back'])
  })
})
