import { readHtml } from '../support/read-html.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'
import type { SiteServer } from '../support/site-server.ts'

type Visit = {
  path: string
  from: string
  status: number
  h1: number
  canonicals: string[]
  title: string
  description: string
}

const MAX_PAGES = 1_000
const site = setUpSharedSite('local')
let visits: Visit[]

beforeAll(async () => {
  visits = await crawl(site)
})

/** Follows every link of every page from the front page on, each once. */
async function crawl({ get, url }: Pick<SiteServer, 'get' | 'url'>): Promise<Visit[]> {
  const found = new Map([['/', 'the front page']])
  const pages: Visit[] = []
  for (const [path, from] of found) {
    if (found.size > MAX_PAGES) throw new Error('The site never ends')
    const response = await get(path)
    const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
    const text = await response.text()
    if (!isHtml) {
      if (response.status !== 200)
        pages.push({
          path,
          from,
          status: response.status,
          h1: 1,
          canonicals: [path],
          title: '',
          description: '',
        })
      continue
    }
    const page = readHtml(text, url)
    for (const link of page.internalLinks) if (!found.has(link)) found.set(link, path)
    const canonicals = page.all('link').filter(({ properties }) => String(properties.rel) === 'canonical')
    pages.push({
      path,
      from,
      status: response.status,
      h1: page.all('h1').length,
      canonicals: canonicals.map(({ properties }) => String(properties.href)),
      title: page.text('title'),
      description: page.meta.description ?? '',
    })
  }
  return pages
}

it('reaches the whole paper from the front page', () => {
  const paths = visits.map(({ path }) => path)
  expect(paths.filter((path) => path.startsWith('/posts/')).length).toBeGreaterThan(30)
  for (const kind of ['/sections/', '/tags/', '/authors/', '/archive/']) {
    expect(paths.filter((path) => path.startsWith(kind)).length).toBeGreaterThan(3)
  }
})

it('answers every internal link', () => {
  expect(visits.filter(({ status }) => status !== 200)).toEqual([])
})

it('has one h1 on every page', () => {
  expect(visits.filter(({ h1 }) => h1 !== 1)).toEqual([])
})

/** An update has an address of its own, and stands on a page of its story. */
const UPDATE = /^(\/posts\/[^/]+)\/updates\/[^/]+$/

it('names one canonical address on every page, which is its own or that of the page it is a part of', () => {
  const paths = new Set(visits.map(({ path }) => path))
  const wrong = visits.filter(({ path, canonicals }) => {
    const canonical = new URL(canonicals[0] ?? '', site.url).pathname
    const story = UPDATE.exec(path)?.[1]
    const isRight =
      story === undefined
        ? canonical === path
        : paths.has(canonical) && (canonical === story || canonical.startsWith(`${story}/page/`))
    return canonicals.length !== 1 || !isRight
  })
  expect(wrong).toEqual([])
})

it('titles every page, no two alike', () => {
  const titles = visits.map(({ title }) => title)
  expect(titles).not.toContain('')
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
})

it('keeps every description to 160 characters', () => {
  expect(visits.filter(({ description }) => description.length > 160)).toEqual([])
})
