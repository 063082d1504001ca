import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import Missing from '../../app/%5Fmissing/page.tsx'
import StandingPageRoute from '../../app/[...path]/page.tsx'
import MonthPage from '../../app/archive/[year]/[month]/page.tsx'
import YearPage from '../../app/archive/[year]/page.tsx'
import ArchivePage from '../../app/archive/page.tsx'
import AuthorPage from '../../app/authors/[author]/page.tsx'
import HomePage from '../../app/page.tsx'
import ArticlePage, * as article from '../../app/posts/[slug]/page.tsx'
import FurtherSectionPage from '../../app/sections/[section]/page/[page]/page.tsx'
import SectionPage from '../../app/sections/[section]/page.tsx'
import TagPage from '../../app/tags/[tag]/page.tsx'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

const post = (title: string, date: string, more: Record<string, string> = {}) =>
  toPostText({ title, date, section: 'Harbour', author: 'Ada Quill', tags: '[tides]', ...more })

setUpPaper({
  'site.yaml':
    'name: The Packet\nlanguage: en-GB\npageSize: 2\nsections:\n  - name: Harbour\n    description: Boats and tides.\n  - name: Sport\ntags:\n  - name: Tides\n    description: What the river did.\n',
  'posts/one.md': post('Story one', '2026-01-01T08:00:00Z', { aliases: '[/old/one.html]' }),
  'posts/two.md': post('Story two', '2026-01-02T08:00:00Z'),
  'posts/three.md': post('Story three', '2026-02-03T08:00:00Z'),
  'posts/draft.md': post('Draft', '2026-02-03T08:00:00Z', { draft: 'true' }),
  'posts/future.md': post('From the future', '2090-02-03T08:00:00Z'),
  'pages/about.md': '---\ntitle: About us\n---\n\nWe print *news*.\n',
  'authors/ada-quill.md': '---\nname: Ada Quill\nrole: Harbour correspondent\n---\n\nAda knows the tides.\n',
})

const params = <Params,>(values: Params) => ({ params: Promise.resolve(values) })
const render = async (page: Promise<Parameters<typeof renderToStaticMarkup>[0]>) =>
  renderToStaticMarkup(await page)

const NOT_FOUND = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' }

describe('a story', () => {
  it('is printed with what stands around it', async () => {
    const html = await render(ArticlePage(params({ slug: 'two' })))
    expect(html).toMatch(/<h1[^>]*>Story two<\/h1>/)
    expect(html).toContain('The tide came in.')
    expect(html).toContain('href="/posts/one" rel="prev"')
    expect(html).toContain('href="/posts/three" rel="next"')
  })

  it.each(['nothing', 'draft', 'future', '%ff'])('called %s is not found', async (slug) => {
    await expect(ArticlePage(params({ slug }))).rejects.toMatchObject(NOT_FOUND)
  })

  it('describes itself to machines', async () => {
    expect(await article.generateMetadata(params({ slug: 'two' }))).toMatchObject({
      title: 'Story two — The Packet',
      alternates: { canonical: 'https://paper.example/posts/two' },
      openGraph: { type: 'article', publishedTime: '2026-01-02T08:00:00Z', section: 'Harbour' },
    })
  })

  it('is built ahead when it is among the newest', async () => {
    expect(await article.generateStaticParams()).toEqual([
      { slug: 'three' },
      { slug: 'two' },
      { slug: 'one' },
    ])
  })
})

describe('a list', () => {
  it.each([
    ['section', () => SectionPage(params({ section: 'harbour' })), 'Harbour', '/sections/harbour/page/2'],
    ['tag', () => TagPage(params({ tag: 'tides' })), 'tides', '/tags/tides/page/2'],
    ['author', () => AuthorPage(params({ author: 'ada-quill' })), 'Ada Quill', '/authors/ada-quill/page/2'],
    ['year', () => YearPage(params({ year: '2026' })), '2026', '/archive/2026/page/2'],
  ])('of a %s prints its newest and leads on', async (_kind, page, title, further) => {
    const html = await render(page())
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html.indexOf('Story three')).toBeLessThan(html.indexOf('Story two'))
    expect(html).not.toMatch(/Story one|Draft|From the future/)
    expect(html).toContain(`rel="next" href="${further}"`)
  })

  it('of a topic says what the editors say of it', async () => {
    const html = await render(TagPage(params({ tag: 'tides' })))
    expect(html).toContain('<p class="list-header-description">What the river did.</p>')
  })

  it('of a writer does not say below each story who wrote it', async () => {
    expect(await render(AuthorPage(params({ author: 'ada-quill' })))).not.toContain('card-author')
    expect(await render(TagPage(params({ tag: 'tides' })))).toContain('card-author">Ada Quill<')
  })

  it('of a month holds that month', async () => {
    const html = await render(MonthPage(params({ year: '2026', month: '01' })))
    expect(html).toContain('<h1>January 2026</h1>')
    expect(html).not.toContain('Story three')
    expect(html).toContain('href="/archive/2026/02"')
  })

  it('goes on where the page before ended', async () => {
    const html = await render(FurtherSectionPage(params({ section: 'harbour', page: '2' })))
    expect(html).toContain('Story one')
    expect(html).not.toContain('Story two')
  })

  it.each(['0', '1', '02', '2.5', '-1', '3', 'two'])('has no page %s', async (page) => {
    const further = FurtherSectionPage(params({ section: 'harbour', page }))
    await expect(further).rejects.toMatchObject(NOT_FOUND)
  })

  it('nobody knows is not found', async () => {
    await expect(SectionPage(params({ section: 'nothing' }))).rejects.toMatchObject(NOT_FOUND)
    await expect(TagPage(params({ tag: 'nothing' }))).rejects.toMatchObject(NOT_FOUND)
    await expect(YearPage(params({ year: '1999' }))).rejects.toMatchObject(NOT_FOUND)
    await expect(MonthPage(params({ year: '2026', month: '1' }))).rejects.toMatchObject(NOT_FOUND)
  })

  it('the editors announced may still be empty', async () => {
    const html = await render(SectionPage(params({ section: 'sport' })))
    expect(html).toContain('No stories here yet.')
  })
})

it('tells who a writer is, as an h-card too', async () => {
  const html = await render(AuthorPage(params({ author: 'ada-quill' })))
  const { document } = new JSDOM(html).window
  const card = document.querySelector('.author.h-card')
  expect(card?.querySelector('.p-job-title')?.textContent).toBe('Harbour correspondent')
  expect(card?.querySelector('.p-note')?.textContent).toContain('Ada knows the tides.')
  expect(card?.querySelector('.p-name')?.getAttribute('value')).toBe('Ada Quill')
  expect(card?.querySelector('.u-uid')?.getAttribute('value')).toBe('/authors/ada-quill')
})

it('prints the front page', async () => {
  const html = await render(HomePage())
  expect(html).toContain('<h1 class="visually-hidden">The Packet: the front page</h1>')
  expect(html).toContain('href="/posts/three"')
  expect(html).toContain('rel="next" href="/page/2"')
})

it('counts the archive by month', async () => {
  const text = (await render(ArchivePage())).replace(/<[^>]+>/g, '')
  expect(text).toContain('20263 stories')
  expect(text).toContain('Jan 2026:2 2 stories')
})

describe('any other path', () => {
  it('may be a standing page', async () => {
    const html = await render(StandingPageRoute(params({ path: ['about'] })))
    expect(html).toContain('<h1>About us</h1>')
    expect(html).toContain('We print <em>news</em>.')
  })

  it.each([[['nothing']], [['about', 'more']], [['%ff']]])('%j is not found', async (path) => {
    await expect(StandingPageRoute(params({ path }))).rejects.toMatchObject(NOT_FOUND)
  })
})

it('offers the latest stories where nothing is', async () => {
  const html = await render(Missing({ searchParams: Promise.resolve({ words: 'tide tables' }) }))
  expect(html).toContain('<h1>Not in this paper</h1>')
  expect(html).toContain('value="tide tables"')
  expect(html).toContain('href="/posts/three"')
})
