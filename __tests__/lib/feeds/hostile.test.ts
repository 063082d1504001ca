import { renderNewsSitemap, renderSitemapIndex, renderSitemapPart } from '#lib/feeds/render-sitemap.ts'
import { parseSitemapPart } from '#lib/feeds/sitemap-parts.ts'
import { peekIndex } from '#lib/index/open-index.ts'
import { GET as getAtom } from '../../../app/atom.xml/route.ts'
import { GET as getJson } from '../../../app/feed.json/route.ts'
import { GET as getRss } from '../../../app/feed.xml/route.ts'
import { GET as getLlms } from '../../../app/llms.txt/route.ts'
import { GET as getMarkdown } from '../../../app/posts/[slug]/markdown/route.ts'
import { listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

/** What breaks formats: their own ends, what XML forbids, half a character, marks that turn text round, no end of text. */
const HOSTILE = [
  ']]>',
  '</script><script>alert(1)</script>',
  '<!-- & --> &amp; &#0; &bogus;',
  '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085\ufffe\uffff',
  '\ud800 and \udc00',
  '\u202egnp.exe\u202c\u2066\u2069\u200f',
  `${'Long '.repeat(2_000)}\u{1f984}`,
  '"quotes" and \'more\' \\ ---\n---\n# [x](y)',
]

const yesterday = new Date(Date.now() - 3_600_000).toISOString()

/** The same text in every field a writer can fill. */
function toPostFile(text: string): string {
  const json = JSON.stringify(text)
  const fields = ['title', 'description', 'section'].map((name) => `"${name}": ${json}`)
  const lists = [`"tags": [${json}]`, `"authors": [${json}]`]
  const image = `"image": {"src": "/media/a.jpg", "alt": ${json}, "credit": ${json}}`
  const corrections = `"corrections": [{"date": "${yesterday}", "text": ${json}}]`
  return `---json\n{${[...fields, ...lists, image, corrections, `"date": "${yesterday}"`].join(',\n')}}\n---\n\n${text}\n\n\`\`\`\n${text}\n\`\`\`\n`
}

const files = HOSTILE.map((text, number) => [`posts/hostile-${number}.md`, toPostFile(text)] as const)

const paper = setUpPaper({
  'site.yaml': `name: ${JSON.stringify(HOSTILE.slice(0, 3).join(' '))}\ncopyright: ${JSON.stringify(HOSTILE[0])}\n`,
  ...Object.fromEntries(files),
})

const request = new Request('https://paper.example/')
const none = { params: Promise.resolve({}) }
const context = () => ({ index: peekIndex(), siteUrl: 'https://paper.example', now: new Date() })
const gather = async (pieces: AsyncGenerator<string> | string | null) =>
  pieces === null || typeof pieces === 'string' ? (pieces ?? '') : (await Array.fromAsync(pieces)).join('')

beforeAll(() => paper.sync())

it('is all there: nothing is held back for what it says', async () => {
  expect((await (await getJson(request, none)).json()).items).toHaveLength(HOSTILE.length)
})

it('leaves RSS well-formed, and its words as written', async () => {
  const xml = readXml(await (await getRss(request, none)).text())
  expect(listTexts(xml, 'title')).toContain(']]>')
  expect(listTexts(xml, 'content:encoded').join('')).toContain('<code>]]>')
})

it('leaves Atom valid', async () => {
  const xml = readXml(await (await getAtom(request, none)).text(), 'atom.rng')
  expect(listTexts(xml, 'id')).toHaveLength(HOSTILE.length + 1)
})

it('leaves JSON Feed sound text', async () => {
  const text = await (await getJson(request, none)).text()
  expect(text.isWellFormed()).toBe(true)
  expect(JSON.stringify(JSON.parse(text)).isWellFormed()).toBe(true)
  expect(text).not.toMatch(/\\ud[89a-f]/i)
})

it.each(['sections.xml', 'tags.xml', 'authors.xml', 'pages.xml', 'posts'])(
  'leaves the sitemap %s valid',
  async (name) => {
    const part = parseSitemapPart(name === 'posts' ? `posts-${yesterday.slice(0, 7)}.xml` : name)
    const pieces = part === null ? null : renderSitemapPart(part, context())
    if (name === 'tags.xml') expect(pieces).toBeNull()
    else expect(readXml(await gather(pieces), 'sitemaps.xsd').children.length).toBeGreaterThan(0)
  },
)

it('leaves the index of sitemaps and the news valid', async () => {
  expect(readXml(renderSitemapIndex(context()), 'siteindex.xsd').name).toBe('sitemapindex')
  const news = readXml(await gather(renderNewsSitemap(context())), 'sitemaps.xsd')
  expect(listTexts(news, 'news:title')).toContain(']]>')
})

it('leaves llms.txt one line for each story', async () => {
  const text = await (await getLlms()).text()
  const lines = text.split('\n').filter((line) => line.startsWith('- ['))
  expect(lines).toHaveLength(HOSTILE.length)
  expect(text.isWellFormed()).toBe(true)
})

it.each(HOSTILE.keys().toArray())('leaves the Markdown of story %i front matter and body', async (number) => {
  const response = await getMarkdown(request, { params: Promise.resolve({ slug: `hostile-${number}` }) })
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(text).toMatch(/^---\ntitle: [\s\S]+?\n---\n\n/)
  expect(text.isWellFormed()).toBe(true)
})
