import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text as readAll } from 'node:stream/consumers'
import { z } from 'zod'
import { describeWithProgram } from '../support/find-program.ts'
import { openFullPaper } from '../support/full-paper.ts'
import type { Paper } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

/** Programs of Debian that people read the paper with. */

let paper: Paper
let site: SiteServer

beforeAll(async () => {
  paper = await openFullPaper()
  // It calls itself by the address at which these programs find it.
  site = await startSite(paper)
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

/** What a program prints. */
async function run(command: string, args: readonly string[], input = ''): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  return readAll(child.stdout)
}

const fetchText = async (address: string) => (await site.get(address)).text()

const STORIES = [
  ['extras', '“Seen” & <heard>', 'Ada Quill and Ben Orrell', 'The first paragraph'],
  ['agency', 'From the wire', 'Coastal Wire', 'The tide came in.'],
  ['plain', 'Plain', '', 'The tide came in.'],
  ['old', 'Old and corrected', '', 'It is &lt;6.02&gt; metres.'],
  ['arabic', 'عبارة النهر تعود', 'عدي كويل', 'جاء المد فوق الجدار.'],
  ['hebrew', 'המעבורת חוזרת', '', 'הגאות עלתה על החומה.'],
  ['japanese', '渡し船が戻ってくる', '', '潮が壁を越えて入り'],
  ['paid', 'Paid', '', 'Free.'],
  ['flood', 'Flood', '', 'Update 51'],
] as const

describeWithProgram('feedparser')('feedparser', () => {
  const feedSchema = z.object({
    name: z.string(),
    bozo: z.boolean(),
    language: z.string(),
    entries: z.array(
      z.object({
        title: z.string(),
        author: z.string(),
        link: z.string(),
        published: z.array(z.number()),
        content: z.string(),
        pictures: z.array(z.string()),
      }),
    ),
  })
  let feeds: z.infer<typeof feedSchema>[] = []

  beforeAll(async () => {
    const names = ['/feed.xml', '/atom.xml']
    const texts = await Promise.all(names.map(async (name) => ({ name, text: await fetchText(name) })))
    const output = await run(
      '/usr/bin/python3',
      ['__tests__/support/read-feedparser.py'],
      JSON.stringify(texts),
    )
    feeds = z.array(feedSchema).parse(JSON.parse(output))
  })

  it('takes both feeds for well-formed ones in the language of the paper', () => {
    expect(feeds.map(({ bozo, language }) => [bozo, language])).toEqual([
      [false, 'en'],
      [false, 'en'],
    ])
  })

  it.each(STORIES)('reads %s as printed', (slug, title, byline, words) => {
    for (const { name, entries } of feeds) {
      const entry = entries.find(({ link }) => link === `${site.url}/posts/${slug}`)
      expect(entry?.title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(
        title,
      )
      if (name === '/feed.xml') expect(entry?.author).toBe(byline || 'The Packet')
      expect(entry?.content).toContain(words)
    }
  })
})

describeWithProgram('newsboat')('newsboat', () => {
  it.each(['/feed.xml', '/atom.xml'])(
    'lists every story of %s under its title, by its page',
    async (name) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-newsboat-'))
      const [urls, config, cache] = ['urls', 'config', 'cache.db'].map((file) => path.join(folder, file))
      writeFileSync(path.join(folder, 'urls'), `${site.url}${name}\n`)
      writeFileSync(path.join(folder, 'config'), '')
      const options = ['-u', urls, '-C', config, '-c', cache].map(String)
      const printed = await run('newsboat', [...options, '-x', 'reload', 'print-unread'])
      expect(printed).toContain(`${FEED_LENGTH} unread articles`)
      const query = 'SELECT title, url, author FROM rss_item'
      const database = new DatabaseSync(String(cache))
      const rows = database.prepare(query).all()
      database.close()
      rmSync(folder, { recursive: true })
      for (const [slug, title, byline] of STORIES) {
        const row = rows.find(({ url }) => url === `${site.url}/posts/${slug}`)
        expect(String(row?.title).replaceAll('&amp;', '&')).toBe(title)
        if (name === '/feed.xml') expect(row?.author).toBe(byline || 'The Packet')
      }
    },
  )
})

const FEED_LENGTH = 10

const BROWSERS = [
  ['lynx', ['-dump', '-nolist', '-width=200']],
  ['w3m', ['-dump', '-cols', '200']],
] as const

describe.each(BROWSERS)('%s', (browser, options) => {
  describeWithProgram(browser)('without styles and scripts', () => {
    const open = (address: string) => run(browser, [...options, `${site.url}${address}`])

    it('keeps names, times and sections of a story apart', async () => {
      const text = await open('/posts/extras')
      expect(text).toContain('By Ada Quill and Ben Orrell')
      expect(text).not.toMatch(/Orrell\S|min-width/)
    })

    it('keeps what stands on a card apart', async () => {
      const text = await open('/sections/harbour')
      expect(text).toMatch(/Ada Quill and Ben Orrell \d/)
      expect(text).not.toContain('rem)')
    })

    it('shows corrections and the notice of what is paid for', async () => {
      expect(await open('/posts/old')).toContain('It is <6.02> metres.')
      expect(await open('/posts/paid')).not.toContain('Paid.')
    })
  })
})
