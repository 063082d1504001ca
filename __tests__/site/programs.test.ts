import { z } from 'zod'
import { loadYaml } from '#lib/text/yaml.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import {
  CASES,
  LIVE,
  NEIGHBOUR,
  openPaperOfPrograms,
  SITE_URL,
  STORIES,
  toDate,
  toTitle,
  UPDATE,
} from '../support/paper-of-programs.ts'
import {
  itemSchema,
  pageSchema,
  previewSchema,
  type Question,
  readWithPrograms,
} from '../support/read-programs.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

/** A story in every program: the same title, byline, date, language, picture, text and corrections. */

const paper = openPaperOfPrograms()

let site: SiteServer
const pages = new Map<string, z.infer<typeof pageSchema>>()
const previews = new Map<string, z.infer<typeof previewSchema>>()
const feeds = new Map<string, z.infer<typeof itemSchema>[]>()

const fetchText = async (path: string) => (await site.get(path)).text()

async function ask(kind: Question['kind'], path: string): Promise<unknown> {
  const [answer] = await readWithPrograms([{ kind, text: await fetchText(path), url: SITE_URL + path }])
  return answer
}

beforeAll(async () => {
  paper.write('media/wall.jpg', await makeJpeg(1600, 1000))
  site = await startSite(paper, { SITE_URL })
  const texts = await Promise.all(
    STORIES.map(async ({ slug }) => ({
      text: await fetchText(`/posts/${slug}`),
      url: `${SITE_URL}/posts/${slug}`,
    })),
  )
  const read = await readWithPrograms([
    ...texts.map((page) => ({ kind: 'page' as const, ...page })),
    ...texts.map((page) => ({ kind: 'preview' as const, ...page })),
    { kind: 'feed', text: await fetchText('/feed.xml'), url: `${SITE_URL}/feed.xml` },
    { kind: 'feed', text: await fetchText('/atom.xml'), url: `${SITE_URL}/atom.xml` },
  ])
  for (const [place, { slug }] of STORIES.entries()) {
    pages.set(slug, pageSchema.parse(read[place]))
    previews.set(slug, previewSchema.parse(read[STORIES.length + place]))
  }
  feeds.set('RSS', z.array(itemSchema).parse(read.at(-2)))
  feeds.set('Atom', z.array(itemSchema).parse(read.at(-1)))
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

const get = <Value>(map: Map<string, Value>, key: string): Value => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`There is no ${key}`)
  return value
}
const first = (text: string) => text.slice(0, 60)

describe.each(CASES)('the story $slug', (story) => {
  const { slug, byline, text, language = 'en-GB', direction = 'ltr', correction } = story
  const [title, date] = [toTitle(story), toDate(story)]

  it('is in reader mode as printed, picture and corrections included, and nothing beside it', () => {
    const { article, errors, language: documentLanguage } = get(pages, slug)
    expect(errors).toEqual([])
    expect(documentLanguage).toBe(language)
    expect(article).toMatchObject({ title, lang: language, publishedTime: date, siteName: 'The Packet' })
    // It joins the names itself.
    expect(article.byline).toBe(byline.replace(' and ', ', ') || 'The Packet')
    expect(article.textContent).toContain(first(text))
    expect(article.content).toMatch(/<img[^>]+\/media\/p\//)
    expect(article.textContent).toContain('The wall at noon.')
    expect(article.textContent).not.toContain(NEIGHBOUR)
    expect(article.textContent).not.toMatch(/rem\)|min-width|Copy link/)
    if (correction !== undefined) expect(article.textContent).toContain(correction)
  })

  it('is in a preview as printed', () => {
    expect(get(previews, slug)).toMatchObject({
      ogTitle: title,
      author: byline || 'The Packet',
      articlePublishedTime: date,
      ogImage: [{ url: expect.stringMatching(/\/media\/p\/.*\/og\.jpg$/), width: '1200', height: '630' }],
    })
  })

  it.each(['RSS', 'Atom'])('is in %s as printed', (format) => {
    const item = get(feeds, format).find(({ link }) => link === `${SITE_URL}/posts/${slug}`)
    expect(item).toMatchObject({ title, pubdate: new Date(date).toISOString() })
    if (format === 'RSS') expect(item?.author).toBe(byline || 'The Packet')
    const html = item?.description ?? ''
    expect(html).toMatch(
      new RegExp(`^<div lang="${language}" dir="${direction}"><figure><img src="${SITE_URL}/media/p/[^"]+"`),
    )
    expect(html).toContain(first(text))
    if (correction !== undefined) {
      expect(html).toContain(correction.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    }
    expect(item?.image.url).toMatch(/\/og\.jpg$/)
  })

  it('is in JSON Feed and as Markdown as printed', async () => {
    const { items } = await (await site.get('/feed.json')).json()
    const item = items.find(({ url }: { url: string }) => url === `${SITE_URL}/posts/${slug}`)
    expect(item).toMatchObject({ title, date_published: date, language })
    expect(item.content_html).toContain(first(text))
    const response = await site.get(`/posts/${slug}.md`)
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await response.text()) ?? []
    const fields = z
      .object({
        title: z.string(),
        date: z.string(),
        language: z.string(),
        authors: z.array(z.object({ name: z.string() })),
      })
      .parse(loadYaml(yaml, { repeatedKeys: 'refuse' }))
    expect(fields).toMatchObject({ title, date, language })
    expect(item.authors.map(({ name }: { name: string }) => name)).toEqual(
      fields.authors.map(({ name }) => name),
    )
    expect(new Intl.ListFormat('en-GB').format(fields.authors.map(({ name }) => name))).toBe(byline)
    expect(body).toContain(first(text))
    if (correction !== undefined) {
      expect(item.content_html).toContain('The wall is &lt;6.02&gt; metres')
      expect(body).toContain('**Correction, 4 March 2026:** The wall is \\<6.02\\> metres')
    }
  })
})

describe('a live story', () => {
  const common = { title: toTitle(LIVE) }

  it('is in reader mode as printed, with its updates', () => {
    const { article, errors } = get(pages, 'live')
    expect(errors).toEqual([])
    expect(article).toMatchObject({ ...common, byline: 'Ada Quill', publishedTime: toDate(LIVE) })
    expect(article.textContent).toContain(UPDATE)
    expect(article.textContent).not.toContain(NEIGHBOUR)
  })

  it.each(['RSS', 'Atom'])('is in %s as printed, with its updates', (format) => {
    const item = get(feeds, format).find(({ link }) => link === `${SITE_URL}/posts/live`)
    expect(item).toMatchObject({
      ...common,
      author: 'Ada Quill',
      pubdate: new Date(toDate(LIVE)).toISOString(),
    })
    expect(item?.description).toContain(UPDATE)
    expect(item?.image.url).toMatch(/\/og\.jpg$/)
  })

  it('is in JSON Feed and as Markdown as printed, with its updates', async () => {
    const { items } = await (await site.get('/feed.json')).json()
    const item = items.find(({ url }: { url: string }) => url === `${SITE_URL}/posts/live`)
    expect(item).toMatchObject({ ...common, date_published: toDate(LIVE), authors: [{ name: 'Ada Quill' }] })
    expect(item.content_html).toContain(UPDATE)
    const markdown = await fetchText('/posts/live.md')
    expect(markdown).toContain(`title: ${common.title}`)
    expect(markdown).toContain(UPDATE)
  })
})

describe.each(STORIES)('the picture of the story $slug', ({ slug }) => {
  it('is the same in previews, in every feed, and first in its page', async () => {
    const [{ url = '' } = {}] = get(previews, slug).ogImage
    const { items } = await (await site.get('/feed.json')).json()
    const item = items.find(({ id }: { id: string }) => id === `${SITE_URL}/posts/${slug}`)
    const images = ['RSS', 'Atom'].map(
      (format) => get(feeds, format).find(({ link }) => link === `${SITE_URL}/posts/${slug}`)?.image.url,
    )
    expect([...images, item.image]).toEqual([url, url, url])
    // Pages and feeds show it in other sizes, made of the same original.
    const [, key = ''] = /\/media\/p\/([0-9a-f]+)\//.exec(url) ?? []
    expect(/<img[^>]+src="[^"]*\/media\/p\/([0-9a-f]+)\//.exec(get(pages, slug).article.content)?.[1]).toBe(
      key,
    )
  })
})

it('loses no words that look like tags, in summaries', () => {
  const item = get(feeds, 'RSS').find(({ link }) => link.endsWith('/posts/marks'))
  expect(item?.summary ?? item?.description).toContain('x&lt;y and z&gt;w &amp; all')
})

it('opens the page, not its Markdown version, from every feed', () => {
  for (const items of feeds.values()) {
    expect(items.length).toBe(STORIES.length + 2)
    for (const { link } of items) expect(link).not.toMatch(/\.md$/)
  }
})

it('is a feed to a strict parser, by the paper whatever it is about', async () => {
  const schema = z.object({
    format: z.string(),
    feed: z.object({ authors: z.array(z.object({ name: z.string() })), entries: z.array(z.unknown()) }),
  })
  const { format, feed } = schema.parse(await ask('strict-feed', '/sections/harbour/atom.xml'))
  expect([format, feed.authors, feed.entries.length]).toEqual([
    'atom',
    [{ name: 'The Packet' }],
    STORIES.length + 1,
  ])
})

it('offers its feeds in one file that a reader can import', async () => {
  const schema = z.object({
    body: z.object({
      outlines: z.array(z.object({ text: z.string(), xmlUrl: z.string(), htmlUrl: z.string() })),
    }),
  })
  expect(schema.parse(await ask('opml', '/feeds.opml')).body.outlines).toEqual([
    { text: 'The Packet', xmlUrl: `${SITE_URL}/feed.xml`, htmlUrl: `${SITE_URL}/` },
    {
      text: 'Harbour — The Packet',
      xmlUrl: `${SITE_URL}/sections/harbour/feed.xml`,
      htmlUrl: `${SITE_URL}/sections/harbour`,
    },
  ])
})

it('names in robots.txt the sitemap alone while there is no news', async () => {
  expect(await ask('robots', '/robots.txt')).toEqual({ sitemaps: [`${SITE_URL}/sitemap.xml`] })
})
