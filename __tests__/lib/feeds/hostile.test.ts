import { renderNewsSitemap, renderSitemapIndex, renderSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { parseSitemapPart } from '#lib/sitemaps/sitemap-parts.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { loadYaml } from '#lib/text/yaml.ts'
import { GET as getAtom } from '../../../app/atom.xml/route.ts'
import { GET as getJson } from '../../../app/feed.json/route.ts'
import { GET as getRss } from '../../../app/feed.xml/route.ts'
import { GET as getLlms } from '../../../app/llms.txt/route.ts'
import { GET as getMarkdown } from '../../../app/posts/[slug]/markdown/route.ts'
import { HOSTILE, HOSTILE_FILES, HOSTILE_MONTH, HOSTILE_NAME } from '../../support/hostile-paper.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { jsonFeed } from '../../support/json-feed.ts'
import { listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper(HOSTILE_FILES)

/** The hostile stories and the plain one. */
const STORIES = HOSTILE.length + 1
const TITLES = HOSTILE.map(({ title }) => title)

const request = new Request('https://paper.example/')
const none = { params: Promise.resolve({}) }
const context = () => ({ index: peekIndex(), siteUrl: 'https://paper.example', now: new Date() })
const gather = async (pieces: AsyncGenerator<string> | string | null) =>
  pieces === null || typeof pieces === 'string' ? (pieces ?? '') : (await Array.fromAsync(pieces)).join('')

beforeAll(async () => {
  paper.write('media/a.jpg', await makeJpeg(1600, 1000))
  await paper.sync()
})

it('is all there: nothing is held back for what it says', async () => {
  expect((await (await getJson(request, none)).json()).items).toHaveLength(STORIES)
})

it('leaves RSS well-formed, and its words as written', async () => {
  const xml = readXml(await (await getRss(request, none)).text())
  expect(listTexts(xml, 'title')).toEqual(expect.arrayContaining([...TITLES, HOSTILE_NAME]))
  expect(listTexts(xml, 'content:encoded').join('')).toContain('<code>]]>')
  expect(listTexts(xml, 'media:description')).toEqual(expect.arrayContaining(TITLES))
})

it('leaves Atom valid', async () => {
  const xml = readXml(await (await getAtom(request, none)).text(), 'atom.rng')
  expect(listTexts(xml, 'title')).toEqual(expect.arrayContaining([...TITLES, HOSTILE_NAME]))
  expect(listTexts(xml, 'id')).toHaveLength(STORIES + 1)
  expect(listTexts(xml, 'media:description')).toEqual(expect.arrayContaining(TITLES))
})

it('leaves JSON Feed sound text', async () => {
  const text = await (await getJson(request, none)).text()
  expect(text.isWellFormed()).toBe(true)
  expect(JSON.stringify(JSON.parse(text)).isWellFormed()).toBe(true)
  expect(text).not.toMatch(/\\ud[89a-f]/i)
  expect(jsonFeed.safeParse(JSON.parse(text)).error).toBeUndefined()
  const { title, items } = JSON.parse(text)
  expect(title).toBe(HOSTILE_NAME)
  expect(items.map((item: { title: string }) => item.title)).toEqual(expect.arrayContaining(TITLES))
})

it.each(['sections.xml', 'tags.xml', 'authors.xml', 'pages.xml', 'posts'])(
  'leaves the sitemap %s valid',
  async (name) => {
    const part = parseSitemapPart(name === 'posts' ? `posts-${HOSTILE_MONTH}.xml` : name)
    const pieces = part === null ? null : renderSitemapPart(part, context())
    if (name === 'tags.xml') expect(pieces).toBeNull()
    else expect(readXml(await gather(pieces), 'sitemaps.xsd').children.length).toBeGreaterThan(0)
  },
)

it('leaves the index of sitemaps and the news valid', async () => {
  expect(readXml(renderSitemapIndex(context()), 'siteindex.xsd').name).toBe('sitemapindex')
  const news = readXml(await gather(renderNewsSitemap(context())), 'sitemaps.xsd')
  expect(listTexts(news, 'news:title')).toEqual(expect.arrayContaining(TITLES))
  expect(new Set(listTexts(news, 'news:name'))).toEqual(new Set([HOSTILE_NAME]))
})

it('leaves llms.txt one line for each story', async () => {
  const text = await (await getLlms()).text()
  const lines = text.split('\n').filter((line) => line.startsWith('- ['))
  expect(lines).toHaveLength(STORIES)
  expect(text.isWellFormed()).toBe(true)
})

it.each(HOSTILE.map(({ name, title }, number) => ({ name, title, number })))(
  'leaves the Markdown of a story with $name front matter and body',
  async ({ title, number }) => {
    const response = await getMarkdown(request, { params: Promise.resolve({ slug: `hostile-${number}` }) })
    const text = await response.text()
    expect(response.status).toBe(200)
    const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n\n/.exec(text) ?? []
    expect(loadYaml(yaml, { repeatedKeys: 'refuse' })).toMatchObject({
      title,
      image: { alt: title, caption: title, credit: title },
      corrections: [{ text: title }],
    })
    expect(text.isWellFormed()).toBe(true)
  },
)
