import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { confirmRemoval } from '#lib/sync/removals.ts'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const paper = createPaper({
  'site.yaml': 'name: The Packet\n',
  'posts/first.md': toPostText({ title: 'First', section: 'Harbour', tags: '[tide]', author: 'Ada Quill' }),
  'posts/linking.md': toPostText({ title: 'Linking', date: '2024-01-01' }, 'See [the other](late.md).\n'),
  'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
})
let site: SiteServer

beforeAll(async () => {
  site = await startSite(paper)
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

const inContent = (file: string) => path.join(paper.contentDir, file)

async function read(url: string): Promise<{ status: number; text: string }> {
  const response = await site.get(url)
  return { status: response.status, text: await response.text() }
}

/** A page, named, so that a failing comparison says which. */
async function show(page: string): Promise<{ page: string; status: number; text: string }> {
  return { page, ...(await read(page)) }
}

async function readHealth(): Promise<{ status: string; posts: number; problems: number }> {
  return JSON.parse((await read('/healthz')).text)
}

/** Every page that shows the story of the first test. */
const PAGES = [
  '/',
  '/posts/late',
  '/sections/harbour',
  '/tags/tide',
  '/authors/ada-quill',
  '/archive/2026',
  '/archive/2026/02',
]

function expectEverywhere(title: string): Promise<void> {
  return eventually(async () => {
    for (const page of [...PAGES, '/posts/first'])
      expect(await show(page)).toEqual({ page, status: 200, text: expect.stringContaining(title) })
  })
}

const late = (title: string) =>
  toPostText({ title, date: '2026-02-03', section: 'Harbour', tags: '[tide]', author: 'Ada Quill' })

describe('a story that is written while the site runs', () => {
  it('is on every page that shows it', async () => {
    for (const page of PAGES) await read(page)
    paper.write('posts/late.md', late('Late arrival'))
    await expectEverywhere('Late arrival')
    expect((await read('/posts/linking')).text).toContain('href="/posts/late"')
  })

  it('is changed on all of them', async () => {
    paper.write('posts/late.md', late('Later still'))
    await expectEverywhere('Later still')
    for (const page of PAGES)
      expect(await show(page)).toEqual({
        page,
        status: 200,
        text: expect.not.stringContaining('Late arrival'),
      })
  })

  it('is changed when an editor writes beside it and renames', async () => {
    writeFileSync(inContent('posts/.late.md.tmp'), late('Renamed into place'))
    renameSync(inContent('posts/.late.md.tmp'), inContent('posts/late.md'))
    await expectEverywhere('Renamed into place')
  })

  it('moves with its file, and its old address leads to it', async () => {
    renameSync(inContent('posts/late.md'), inContent('posts/on-time.md'))
    await eventually(async () => expect((await read('/posts/on-time')).status).toBe(200))
    const moved = await site.get('/posts/late')
    expect([moved.status, moved.headers.get('location')]).toEqual([
      308,
      expect.stringMatching(/\/posts\/on-time$/),
    ])
    expect((await read('/')).text).toContain('/posts/on-time')
  })

  it('is gone everywhere when its file is deleted, with a page that says so', async () => {
    paper.remove('posts/on-time.md')
    await eventually(async () => expect((await read('/posts/on-time')).status).toBe(410))
    const gone = await read('/posts/on-time')
    expect(gone.text).toContain('This story has been withdrawn')
    expect(gone.text).toMatch(/<meta name="robots" content="noindex/)
    expect((await read('/posts/late')).status).toBe(410)
    expect(await read('/sections/harbour')).toEqual({
      status: 200,
      text: expect.not.stringContaining('Renamed into place'),
    })
    for (const page of [
      '/',
      '/tags/tide',
      '/authors/ada-quill',
      '/archive/2026',
      '/posts/first',
      '/posts/linking',
    ]) {
      expect(await show(page)).toEqual({ page, status: 200, text: expect.not.stringContaining('on-time') })
    }
  })
})

describe('folders', () => {
  it('bring their stories in and take them out', async () => {
    const outside = path.join(paper.contentDir, '../outside')
    mkdirSync(path.join(outside, 'deep'), { recursive: true })
    writeFileSync(path.join(outside, 'deep/inner.md'), toPostText({ title: 'Inner' }))
    renameSync(outside, inContent('posts/moved-in'))
    await eventually(async () => expect((await read('/posts/inner')).status).toBe(200))
    renameSync(inContent('posts/moved-in'), outside)
    await eventually(async () => expect((await read('/posts/inner')).status).toBe(410))
    expect(await read('/')).toEqual({ status: 200, text: expect.not.stringContaining('Inner') })
  })

  it('of many files at once are complete in the end, and gone when that is confirmed', async () => {
    for (let number = 0; number < 500; number += 1) {
      paper.write(
        `posts/many/${number}.md`,
        toPostText({ title: `Many ${number}`, date: '2023-01-01', tags: '[many]' }),
      )
    }
    await eventually(async () => expect((await readHealth()).posts).toBe(502))
    // In one step: of files deleted one by one, a tenth of the paper may go before the rest is held back.
    renameSync(inContent('posts/many'), path.join(paper.contentDir, '../many'))
    await eventually(async () =>
      expect(await readHealth()).toMatchObject({ status: 'degraded', faults: ['mass-removal'], posts: 502 }),
    )
    confirmRemoval(paper.dataDir)
    await eventually(async () =>
      expect(await readHealth()).toMatchObject({ status: 'ok', faults: [], posts: 2 }),
    )
    expect((await read('/tags/many')).status).toBe(404)
  })
})

describe('everything else an editor may change', () => {
  it.each([
    ['site.yaml', 'name: The Evening Packet\n', '/posts/first', 'The Evening Packet'],
    ['pages/about.md', '---\ntitle: About\n---\nWho we were.\n', '/about', 'Who we were.'],
    ['pages/terms.md', '---\ntitle: Terms of use\n---\nBe kind.\n', '/', 'Terms of use'],
    [
      'authors/ada-quill.md',
      '---\nname: Ada Quill\n---\nAda knows the tides.\n',
      '/authors/ada-quill',
      'Ada knows the tides.',
    ],
  ])('%s is fresh on the pages that show it', async (file, text, page, expected) => {
    expect(await read(page)).toEqual({ status: 200, text: expect.not.stringContaining(expected) })
    paper.write(file, text)
    await eventually(async () =>
      expect(await read(page)).toEqual({ status: 200, text: expect.stringContaining(expected) }),
    )
  })
})

describe('a broken file', () => {
  it('keeps its last good version live, is counted, and is logged once', async () => {
    paper.write('posts/first.md', '---\ntitle: Broken now\n---\nNo date.\n')
    await eventually(async () => expect((await readHealth()).problems).toBe(1))
    for (let request = 0; request < 3; request += 1)
      expect(await read('/posts/first')).toEqual({ status: 200, text: expect.stringContaining('First') })
    expect(site.output().split('posts/first.md:').length).toBe(2)
  })

  it('that is new is not published', async () => {
    paper.write('posts/new-and-broken.md', '---\ntitle: [\n---\n')
    await eventually(async () => expect((await readHealth()).problems).toBe(2))
    expect((await read('/posts/new-and-broken')).status).toBe(404)
  })

  it('is live again when it is mended', async () => {
    paper.write('posts/first.md', toPostText({ title: 'First, mended', section: 'Harbour' }))
    paper.write('posts/new-and-broken.md', toPostText({ title: 'New and whole' }))
    await eventually(async () => expect((await readHealth()).problems).toBe(0))
    expect((await read('/posts/first')).text).toContain('First, mended')
    expect((await read('/posts/new-and-broken')).status).toBe(200)
  })
})

it('stays up when the folder of posts vanishes, says so, and recovers', async () => {
  renameSync(inContent('posts'), inContent('elsewhere'))
  await eventually(async () => expect((await readHealth()).status).toBe('degraded'))
  expect((await read('/posts/first')).status).toBe(200)
  expect((await read('/')).text).toContain('First, mended')
  renameSync(inContent('elsewhere'), inContent('posts'))
  await eventually(async () => expect((await readHealth()).status).toBe('ok'))
  expect(site.output().split('has no posts/ folder any more').length).toBe(2)
  paper.write('posts/after.md', toPostText({ title: 'After the storm' }))
  await eventually(async () => expect((await read('/posts/after')).status).toBe(200))
})

it('sees at its start what changed while it was down', async () => {
  await site.stop()
  paper.write('posts/after.md', toPostText({ title: 'Changed in the dark' }))
  paper.remove('posts/new-and-broken.md')
  site = await startSite(paper)
  expect((await read('/posts/after')).text).toContain('Changed in the dark')
  expect((await read('/posts/new-and-broken')).status).toBe(410)
})

it('answers byte for byte what another server over the same files answers', async () => {
  const other = createPaper()
  const twin = await startSite(
    { contentDir: paper.contentDir, dataDir: other.dataDir },
    { SITE_URL: site.url },
  )
  for (const page of ['/', '/posts/first', '/posts/linking', '/sections/harbour', '/archive', '/about']) {
    const [one, two] = [await site.get(page), await twin.get(page)]
    expect([page, two.headers.get('etag')]).toEqual([page, one.headers.get('etag')])
    expect([page, await two.text()]).toEqual([page, await one.text()])
  }
  await twin.stop()
  other.close()
})
