import { getPicture } from '#lib/picture-service/get-picture.ts'
import { getPost } from '#lib/queries/queries.ts'
import { renderSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { parseSitemapPart } from '#lib/sitemaps/sitemap-parts.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { GET as getAtom } from '../../../app/atom.xml/route.ts'
import { GET as getJson } from '../../../app/feed.json/route.ts'
import { GET as getRss } from '../../../app/feed.xml/route.ts'
import { GET as getMarkdown } from '../../../app/posts/[slug]/markdown/route.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml, type XmlElement } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const DERIVED = /^https:\/\/paper\.example(\/media\/p\/[0-9a-f]{20}\/og\.jpg)$/

const paper = setUpPaper({
  'posts/known.md': toPostText({
    title: 'Known',
    date: '2026-03-03T08:00:00Z',
    image: '{src: /media/ferry.jpg, alt: A ferry}',
  }),
  'posts/unseen.md': toPostText({
    title: 'Unseen',
    date: '2026-02-02T08:00:00Z',
    image: '{src: /media/ferry.jpg, focalPoint: "20% 20%"}',
  }),
  'posts/awaited.md': toPostText(
    { title: 'Awaited', date: '2026-01-01T08:00:00Z', image: 'https://elsewhere.example/picture?id=7' },
    'Look.\n\n![A lamp](https://elsewhere.example/lamp.jpg)\n\n![](https://elsewhere.example/plain.jpg)\n',
  ),
})

const request = new Request('https://paper.example/')
const none = { params: Promise.resolve({}) }

beforeAll(async () => {
  paper.write('media/ferry.jpg', await makeJpeg(2400, 1600))
  await paper.sync()
})

const getMedia = (xml: XmlElement) => listElements(xml, 'media:content').map(({ attributes }) => attributes)

async function readImages(month: string): Promise<string[]> {
  const part = parseSitemapPart(`posts-${month}.xml`)
  const context = { index: peekIndex(), siteUrl: 'https://paper.example', now: new Date() }
  const pieces = part === null ? null : renderSitemapPart(part, context)
  const xml = pieces === null ? '' : (await Array.fromAsync(pieces)).join('')
  return listTexts(readXml(xml, 'sitemaps.xsd'), 'image:loc')
}

describe('a sitemap', () => {
  it('names the original of a picture no page has shown yet, and looks at nothing', async () => {
    expect(await readImages('2026-02')).toEqual(['https://paper.example/media/ferry.jpg'])
  })

  it('names a crop that is there once its page was', async () => {
    await getPost('known', new Date())
    const [address = ''] = await readImages('2026-03')
    const path = DERIVED.exec(address)?.[1] ?? ''
    expect(await getPicture(peekIndex(), path, new Date())).toMatchObject({ type: 'image/jpeg' })
    expect(await readImages('2026-02')).toEqual(['https://paper.example/media/ferry.jpg'])
  })
})

describe('a feed', () => {
  it.each([
    ['RSS', getRss],
    ['Atom', getAtom],
  ])('in %s shows each picture as its crop, of a size and type it says', async (_format, get) => {
    const media = getMedia(readXml(await (await get(request, none)).text()))
    expect(media[0]).toEqual({
      url: expect.stringMatching(DERIVED),
      type: 'image/jpeg',
      medium: 'image',
      width: '1200',
      height: '630',
    })
    const bytes = await getPicture(peekIndex(), new URL(media[0]?.url ?? '').pathname, new Date())
    expect(bytes?.bytes.length).toBeLessThan(300_000)
  })

  it('says no type of a picture it knows nothing of', async () => {
    const media = getMedia(readXml(await (await getRss(request, none)).text()))
    expect(media[2]).toEqual({ url: 'https://elsewhere.example/picture?id=7', medium: 'image' })
  })

  it('has the words of a picture that is not here yet, and no empty frame', async () => {
    const { items } = await (await getJson(request, none)).json()
    const html: string = items[2].content_html
    expect(html).toContain('A lamp')
    expect(html).not.toMatch(/picture-awaited|<span/)
  })
})

it('keeps the pictures of a text as they were written in its Markdown, and gives its own as a crop', async () => {
  const text = await (await getMarkdown(request, { params: Promise.resolve({ slug: 'awaited' }) })).text()
  expect(text).toContain('![A lamp](https://elsewhere.example/lamp.jpg)')
  const known = await (await getMarkdown(request, { params: Promise.resolve({ slug: 'known' }) })).text()
  expect(/url: (\S+og\.jpg)/.exec(known)?.[1]).toMatch(DERIVED)
})
