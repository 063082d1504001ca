import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

/** The fields that put a story on every list. */
const FIELDS = { section: 'Harbour', tags: '[tide]', author: 'Ada Quill' }

/** Later than these tests take, and sooner than the day for which an answer may be kept when we are down. */
const soon = new Date(Math.ceil(Date.now() / 1000 + 12 * 3_600) * 1000)

/** Stories of this hour, so that the news sitemap would have them; each says its own word in title, standfirst and body. */
function makeStory(word: string, fields: Record<string, string> = {}): string {
  const hour = new Date(Date.now() - 3_600_000).toISOString()
  const corrections = `[{ date: 2026-01-05, text: About the ${word}. }]`
  return toPostText(
    {
      title: `The ${word} story`,
      description: `About the ${word}.`,
      date: hour,
      corrections,
      ...FIELDS,
      ...fields,
    },
    `The ${word} came in.\n`,
  )
}

const HIDDEN = {
  scheduled: makeStory('scheduled', { date: '2199-01-01T00:00:00Z' }),
  nearly: makeStory('nearly', { date: soon.toISOString() }),
  expired: makeStory('expired', { expires: new Date(Date.now() - 60_000).toISOString() }),
  draft: makeStory('draft', { draft: 'true' }),
  broken: '---\ntitle: The broken story\ndate: [\n---\nThe broken came in.\n',
}

const paper = createPaper({
  'posts/visible.md': makeStory('visible'),
  'posts/neighbour.md': makeStory('neighbour', { date: new Date(Date.now() - 1_800_000).toISOString() }),
  'posts/older.md': makeStory('older', { date: new Date(Date.now() - 7_200_000).toISOString() }),
  'posts/deleted.md': makeStory('deleted'),
  ...Object.fromEntries(Object.entries(HIDDEN).map(([name, text]) => [`posts/${name}.md`, text])),
  'pages/about.md':
    '---\ntitle: About\n---\nWho we are. [The draft](../posts/draft.md) and [the scheduled](../posts/scheduled.md).\n',
})
let site: SiteServer

beforeAll(async () => {
  site = await startSite(paper, { SITE_URL: 'https://paper.example' })
  for (const surface of await listSurfaces('deleted')) await site.get(surface)
  paper.remove('posts/deleted.md')
  await eventually(async () => expect((await site.get('/posts/deleted')).status).toBe(410))
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

/** Every public URL on which a live story of this slug is to be found. A new surface belongs here. */
async function listSurfaces(slug: string): Promise<string[]> {
  const lists = ['', '/sections/harbour', '/tags/tide', '/authors/ada-quill']
  const now = new Date()
  const year = `/archive/${now.getUTCFullYear()}`
  return [
    ...lists.map((list) => list || '/'),
    ...lists.flatMap((list) => ['feed.xml', 'atom.xml', 'feed.json'].map((feed) => `${list}/${feed}`)),
    year,
    `${year}/${String(now.getUTCMonth() + 1).padStart(2, '0')}`,
    `/posts/${slug}`,
    `/posts/${slug}.md`,
    '/posts/older',
    '/posts/neighbour',
    '/posts/never-printed',
    '/posts/deleted',
    '/corrections',
    '/llms.txt',
    '/news-sitemap.xml',
    ...['/search', '/search.json', '/search/feed.xml'].map((search) => `${search}?q=${slug}`),
    `/search.json?q=${slug.slice(0, -2)}*`,
    `/search?q=${misspell(slug)}`,
    `/search?q=the+section:harbour&sort=newest`,
    ...(await listSitemapParts()),
  ]
}

/** The word with its last two letters changed over. */
function misspell(word: string): string {
  return word.slice(0, -2) + word.slice(-1) + word.slice(-2, -1)
}

/** The parts the sitemap's index names, as paths. */
async function listSitemapParts(): Promise<string[]> {
  const xml = await (await site.get('/sitemap.xml')).text()
  return [...xml.matchAll(/<loc>https:\/\/paper\.example([^<]*\/sitemaps\/posts[^<]*)<\/loc>/g)].map(
    ([, part = '']) => part,
  )
}

/** What a surface answers, and whether it speaks of the story of `word`. */
type Sighting = { surface: string; answer: 'shown' | 'missing' | number; mentions: boolean }

async function look(word: string, surfaces: readonly string[]): Promise<Sighting[]> {
  const story = new RegExp(`the ${word} story|about the ${word}|the ${word} came in|/posts/${word}\\b`, 'i')
  const sightings: Sighting[] = []
  for (const surface of surfaces) {
    const response = await site.get(surface)
    sightings.push({ surface, answer: toAnswer(response), mentions: story.test(await response.text()) })
  }
  return sightings
}

function toAnswer({ status }: Response): Sighting['answer'] {
  if (status === 200) return 'shown'
  return status === 404 || status === 410 ? 'missing' : status
}

it('shows a live story on every surface', async () => {
  const surfaces = (await listSurfaces('visible')).filter((surface) => surface !== '/posts/deleted')
  expect(surfaces.length).toBeGreaterThan(25)
  expect(await look('visible', surfaces)).toEqual(
    surfaces.map((surface) => ({
      surface,
      answer: surface === '/posts/never-printed' ? 'missing' : 'shown',
      mentions: true,
    })),
  )
})

it.each([...Object.keys(HIDDEN), 'deleted'])('shows the %s story on none', async (word) => {
  const surfaces = [...(await listSurfaces(word)), '/about', '/archive', '/sitemap.xml']
  const missing = ['never-printed', 'deleted', word].flatMap((slug) => [
    `/posts/${slug}`,
    `/posts/${slug}.md`,
  ])
  expect(await look(word, surfaces)).toEqual(
    surfaces.map((surface) => ({
      surface,
      answer: missing.includes(surface) ? 'missing' : 'shown',
      mentions: false,
    })),
  )
})

it.each([...Object.keys(HIDDEN), 'deleted'])(
  'lets nobody know of the %s story by searching',
  async (word) => {
    for (const query of [word, misspell(word), `"the ${word} came in"`]) {
      const response = await site.get(`/search.json?${new URLSearchParams({ q: query })}`)
      expect(await response.json()).toMatchObject({ total: 0, corrected: null, suggestions: [], hits: [] })
    }
  },
)

it('counts what the public may see, and nothing else', async () => {
  const found = await (await site.get('/search.json?q=came')).json()
  expect(found).toMatchObject({ total: 3, sections: [{ value: 'harbour', total: 3 }] })
  const years: { total: number }[] = found.years
  expect(years.reduce((sum, { total }) => sum + total, 0)).toBe(3)
})

it('promises caches nothing beyond the moment the next story is due', async () => {
  for (const surface of ['/', '/sections/harbour', '/posts/visible', '/feed.xml', '/posts/never-printed']) {
    const header = (await site.get(surface)).headers.get('cache-control') ?? ''
    const left = (soon.getTime() - Date.now()) / 1000
    const seconds = Object.fromEntries(
      [...header.matchAll(/([a-z-]+)=(\d+)/g)].map(([, name, value]) => [name, Number(value)]),
    )
    const fresh = seconds['s-maxage'] ?? Number.NaN
    expect(fresh).toBeGreaterThan(0)
    expect(fresh + (seconds['stale-while-revalidate'] ?? 0)).toBeLessThanOrEqual(left + 1)
    expect(fresh + (seconds['stale-if-error'] ?? 0)).toBeLessThanOrEqual(left + 1)
  }
})
