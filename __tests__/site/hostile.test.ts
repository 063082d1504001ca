import type { Element } from 'hast'
import { cutText } from '#lib/text/cut-text.ts'
import { HOSTILE, HOSTILE_FILES, HOSTILE_NAME } from '../support/hostile-paper.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { createPaper } from '../support/paper.ts'
import { readHtml } from '../support/read-html.ts'
import { setUpSite } from '../support/site-server.ts'

const SITE_URL = 'https://packet.example'
const HEAD_BYTES = 16 * 1024
const paper = createPaper(HOSTILE_FILES)
beforeAll(async () => paper.write('media/a.jpg', await makeJpeg(1600, 1200)))
const site = setUpSite(paper, { SITE_URL })

/** What stands in a page's head by name, in no order (preloads stand where they can), what its tags say, and its graph. */
async function readPage(path: string) {
  const bytes = Buffer.from(await (await site.get(path)).arrayBuffer())
  const whole = readHtml(bytes.toString(), SITE_URL)
  const [head] = whole.all('head')
  const elements = (head?.children ?? []).filter((child): child is Element => child.type === 'element')
  const [script] = whole.all('script').filter(({ properties }) => properties.type === 'application/ld+json')
  const [json] = script?.children ?? []
  return {
    title: whole.text('title'),
    caption: whole.text('figcaption'),
    links: whole
      .all('a')
      .filter(({ properties }) => [properties.rel].flat().includes('me'))
      .map(({ properties }) => properties.href),
    meta: whole.meta,
    tags: elements
      .map(({ tagName, properties }) => `${tagName} ${properties.name ?? properties.property ?? ''}`)
      .toSorted(),
    graph: json?.type === 'text' ? JSON.parse(json.value)['@graph'] : null,
    first: readHtml(bytes.subarray(0, HEAD_BYTES).toString(), SITE_URL),
  }
}

const CASES = HOSTILE.map(({ name, title, head = title }, number) => ({ name, number, title, head }))

describe.each(CASES)('a story with $name in every field', ({ number, title, head }) => {
  it('has it in its head as words, whole within the first 16 KB', async () => {
    const page = await readPage(`/posts/hostile-${number}`)
    expect(page.title).toBe(`${head} — ${HOSTILE_NAME}`)
    expect(page.meta).toMatchObject({
      'og:title': head,
      'twitter:title': head,
      'og:site_name': HOSTILE_NAME,
      'og:image:alt': head,
      robots: 'max-image-preview:large',
    })
    expect(page.meta).toMatchObject({
      description: cutText(head, 160),
      'article:section': cutText(head, 100),
      'article:tag': cutText(`tag ${head}`, 100),
      author: expect.stringContaining(`writer-${number} and ${cutText(`Pen ${head}`, 60).slice(0, -1)}`),
    })
    expect([page.first.text('title'), page.first.meta]).toEqual([page.title, page.meta])
  })

  it('has no element in its head that another story has not', async () => {
    const plain = await readPage(`/posts/hostile-${HOSTILE.length}`)
    expect((await readPage(`/posts/hostile-${number}`)).tags).toEqual(plain.tags)
  })

  it('says it whole in its graph', async () => {
    const { graph } = await readPage(`/posts/hostile-${number}`)
    expect(graph[0]).toMatchObject({ headline: title, articleSection: title, author: [{}, {}] })
    expect(graph[0].correction).toHaveLength(1)
  })

  it('says it below its picture, and of it', async () => {
    const { caption, meta, graph } = await readPage(`/posts/hostile-${number}`)
    expect(caption).toBe(`${title} ${title}`)
    expect(meta['og:image:alt']).toBe(head)
    expect(graph[0].image).toHaveLength(3)
    for (const image of graph[0].image) expect(image).toMatchObject({ description: title, creditText: title })
    expect(graph[0].correction[0].text).toBe(title)
  })

  it('leads from its writer’s page to addresses only, and credits whoever has one', async () => {
    const { graph, links } = await readPage(`/authors/writer-${number}`)
    expect(graph[0].mainEntity).toMatchObject({ jobTitle: title, sameAs: links })
    expect(links).toHaveLength(2)
    expect(links[0]).toMatch(/^https:\/\/social\.example\/@[^\s<>"\p{Cc}]*$/u)
    expect(links[1]).toBe('https://social.example/@a')
    const { meta } = await readPage(`/posts/hostile-${number}`)
    expect(meta['fediverse:creator']).toBe('@a@social.example')
  })

  it('is listed on its writer’s page', async () => {
    const page = await readPage(`/authors/writer-${number}`)
    expect(page.meta['og:site_name']).toBe(HOSTILE_NAME)
    expect(page.graph[0].mainEntity.name).toBe(title)
    expect(page.first.meta).toEqual(page.meta)
    const plain = await readPage(`/authors/writer-${HOSTILE.length}`)
    expect(page.tags).toEqual(plain.tags)
  })
})
