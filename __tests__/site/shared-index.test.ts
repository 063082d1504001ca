import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from '../support/eventually.ts'
import { fetchRaw, type RawAnswer } from '../support/fetch-raw.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { openPaperOfDialects } from '../support/paper-of-dialects.ts'
import { describeWithPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { openSamplePaper } from '../support/sample-paper.ts'
import { NAMED_SETTINGS } from '../support/shared-sites.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const SETTINGS = { ...NAMED_SETTINGS, LOG: 'off' }

/** Thousands of pages are rendered, each on three sites that share the machine. */
const CRAWL_MS = 900_000

/** Addresses that no page links to, and what searches and machines ask for. */
const MORE = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/search?q=harbour',
  '/search?q=ferries',
  '/search?q=nothing+has+these+words',
  '/posts/none',
]

/** What must be the same whichever instance answers. */
function compare({ status, headers, body }: RawAnswer) {
  const { etag, location } = headers
  const kept = {
    type: headers['content-type'],
    tags: headers['cache-tag'],
    control: headers['cache-control'],
  }
  return { status, etag, location, ...kept, body: body.toString('latin1') }
}

/** The addresses of this site in a text, once each. */
function listAddresses({ headers, body }: RawAnswer): string[] {
  if (!/html|xml/.test(headers['content-type'] ?? '')) return []
  const found = body
    .toString()
    .matchAll(
      /(?:href|src)="(?:https:\/\/packet\.example)?(\/[^"#]*)|<loc>https:\/\/packet\.example(\/[^<]*)/g,
    )
  return [...found].map(([, link, place]) => (link ?? place ?? '').replaceAll('&amp;', '&'))
}

describeWithPostgres('a site on several instances with one index', () => {
  let server: PostgresServer
  let folder: string
  let sites: SiteServer[]

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(() => server.close())

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-fleet-'))
    sites = []
  })

  afterEach(async () => {
    await Promise.all(sites.map((site) => site.stop()))
    rmSync(folder, { recursive: true })
  })

  async function start(contentDir: string, databaseUrl: string | null): Promise<SiteServer> {
    const env = { ...SETTINGS, DATABASE_URL: databaseUrl ?? '' }
    const site = await startSite({ contentDir, dataDir: path.join(folder, String(sites.length)) }, env)
    sites.push(site)
    return site
  }

  const read = async (site: Pick<SiteServer, 'get'>, page: string) => (await site.get(page)).text()

  it.each([
    ['the sample paper', openSamplePaper, 200],
    ['a paper of all dialects, and of what breaks formats', openPaperOfDialects, 150],
  ])(
    'answers the same bytes at every address of %s as one with an index of its own',
    async (_name, open, least) => {
      const paper = await open()
      const databaseUrl = await server.createDatabase()
      const alone = await start(paper.contentDir, null)
      const writer = await start(paper.contentDir, databaseUrl)
      const follower = await start(paper.contentDir, databaseUrl)
      // The words of stories are indexed behind the first start.
      await eventually(async () => {
        for (const site of sites)
          expect(await read(site, '/search?q=harbour')).not.toContain('still being added')
      })
      const found = new Set(['/', ...MORE])
      for (const page of found) {
        for (const address of listAddresses(await fetchRaw(alone.url + page))) found.add(address)
        await eventually(async () => {
          const expected = { page, ...compare(await fetchRaw(alone.url + page)) }
          expect({ page, ...compare(await fetchRaw(writer.url + page)) }).toEqual(expected)
          expect({ page, ...compare(await fetchRaw(follower.url + page)) }).toEqual(expected)
        })
      }
      expect(found.size).toBeGreaterThan(least)
      paper.close()
    },
    CRAWL_MS,
  )

  it('renders the same on one without the files, which says 503 of what it cannot read', async () => {
    const paper = createPaper({
      'posts/tide.md': toPostText({ title: 'The tide' }, 'See the *new* [plan](plan.pdf).\n'),
      'posts/plan.pdf': '%PDF-1.4\n',
      'root/ads.txt': 'packet.example, 1, DIRECT\n',
    })
    const databaseUrl = await server.createDatabase()
    const writer = await start(paper.contentDir, databaseUrl)
    const fileless = await start(path.join(folder, 'none'), databaseUrl)
    expect(await read(fileless, '/posts/tide')).toContain('the <em>new</em> <a href="/media/posts/plan.pdf"')
    expect(await read(writer, '/posts/tide')).toBe(await read(fileless, '/posts/tide'))
    for (const file of ['/media/posts/plan.pdf', '/ads.txt']) {
      expect((await writer.get(file)).status).toBe(200)
      expect((await fileless.get(file)).status).toBe(503)
    }
    paper.close()
  })

  it('publishes, withdraws and takes over on all of them, and none fails when another is killed', async () => {
    const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'The tide' }) })
    const databaseUrl = await server.createDatabase()
    const writer = await start(paper.contentDir, databaseUrl)
    const others = [
      await start(paper.contentDir, databaseUrl),
      await start(path.join(folder, 'none'), databaseUrl),
    ]
    const expectOn = (of: readonly SiteServer[], page: string, status: number) =>
      eventually(async () => {
        for (const site of of) expect((await site.get(page)).status).toBe(status)
      })
    paper.write('posts/ebb.md', toPostText({ title: 'The ebb' }))
    await expectOn([writer, ...others], '/posts/ebb', 200)
    writer.process.kill('SIGKILL')
    paper.write('posts/flood.md', toPostText({ title: 'The flood' }))
    paper.remove('posts/ebb.md')
    await expectOn(others, '/posts/flood', 200)
    await expectOn(others, '/posts/ebb', 410)
    for (const site of others) expect(await read(site, '/')).toContain('The flood')
    await server.kill()
    await eventually(async () => {
      for (const site of others) expect(JSON.parse(await read(site, '/healthz')).faults).toContain('database')
    })
    for (const site of others) expect(await read(site, '/posts/tide')).toContain('The tide')
    await server.start()
    paper.write('posts/neap.md', toPostText({ title: 'The neap' }))
    await expectOn(others, '/posts/neap', 200)
    paper.close()
  })
})
