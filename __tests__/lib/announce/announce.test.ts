import { createServer } from 'node:http'
import { sendDue } from '#lib/announce/send.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

const SITE_URL = 'https://paper.example'
const HOUR = 3_600_000

type Told = { path: string; body: string }

let paper: Paper
let index: Index
let told: Told[]
let answers: number[]
let endpoint: string
let retryAfter: Record<string, string>
const lines: string[] = []

/** A service that answers as `answers` says, and 200 when that is used up. */
const server = createServer(async (request, response) => {
  const chunks = await Array.fromAsync(request)
  told.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() })
  response.writeHead(answers.shift() ?? 200, retryAfter).end()
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  endpoint = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(async () => {
  told = []
  answers = []
  retryAfter = {}
  lines.length = 0
  paper = createPaper({
    'site.yaml': `indexNow:\n  key: abcdef0123456789\n  endpoint: ${endpoint}/indexnow\nwebSub:\n  hub: ${endpoint}/hub\n`,
    'posts/a.md': toPostText({ title: 'A', section: 'Harbour' }),
    'posts/b.md': toPostText({ title: 'B' }),
  })
  index = openIndex({ ...paper, log: (line) => lines.push(line) })
  await syncIndex(index)
})

afterEach(() => {
  index.database.close()
  paper.close()
})

const send = (service: 'indexnow' | 'websub', now = new Date()) => sendDue(index, service, SITE_URL, now)
const readUrls = ({ body }: Told) => JSON.parse(body).urlList

async function edit(file: string, text: string): Promise<void> {
  paper.write(file, text)
  await syncIndex(index)
}

describe('IndexNow', () => {
  it('is not told of an archive that is only read for the first time', async () => {
    await send('indexnow')
    expect(told).toEqual([])
  })

  it('is told of a new story, with the key and where it lies', async () => {
    await edit('posts/c.md', toPostText({ title: 'C' }))
    await send('indexnow')
    expect(told.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      [
        '/indexnow',
        {
          host: 'paper.example',
          key: 'abcdef0123456789',
          keyLocation: 'https://paper.example/abcdef0123456789.txt',
          urlList: ['https://paper.example/posts/c'],
        },
      ],
    ])
  })

  it('is told of changed and removed ones, together, and once', async () => {
    await edit('posts/a.md', toPostText({ title: 'Another' }))
    paper.remove('posts/b.md')
    await syncIndex(index)
    await send('indexnow')
    await send('indexnow')
    expect(told.map(readUrls)).toEqual([['https://paper.example/posts/a', 'https://paper.example/posts/b']])
  })

  it('is told of both addresses of a story that moved', async () => {
    paper.remove('posts/b.md')
    paper.write('posts/moved.md', toPostText({ title: 'B' }))
    await syncIndex(index)
    await send('indexnow')
    expect(told.flatMap(readUrls).sort()).toEqual([
      'https://paper.example/posts/b',
      'https://paper.example/posts/moved',
    ])
  })

  it.each([
    ['a draft', { draft: 'true' }],
    ['a story of tomorrow', { date: '2199-01-01' }],
  ])('is not told of %s', async (_what, fields) => {
    await edit('posts/c.md', toPostText({ title: 'C', ...fields }))
    await send('indexnow')
    expect(told).toEqual([])
  })

  it('is not told of what is read again and the same', async () => {
    await edit(
      'site.yaml',
      `timeZone: Europe/Lisbon\nindexNow:\n  key: abcdef0123456789\n  endpoint: ${endpoint}/indexnow\n`,
    )
    await send('indexnow')
    expect(told).toEqual([])
  })

  it('is told of a story when its hour comes', async () => {
    await edit('posts/c.md', toPostText({ title: 'C', date: '2199-01-01T00:00:00Z' }))
    applyDueChanges(index, new Date())
    const later = new Date('2199-01-01T00:00:00Z')
    applyDueChanges(index, later)
    await send('indexnow', later)
    expect(told.flatMap(readUrls)).toEqual(['https://paper.example/posts/c'])
  })

  it('is told again, later each time, when it fails twice', async () => {
    answers = [503, 429]
    await edit('posts/c.md', toPostText({ title: 'C' }))
    const now = new Date()
    await send('indexnow', now)
    await send('indexnow', new Date(now.getTime() + 1_000))
    expect(told).toHaveLength(1)
    await send('indexnow', new Date(now.getTime() + 31_000))
    await send('indexnow', new Date(now.getTime() + 31_000 + 31_000))
    expect(told).toHaveLength(2)
    await send('indexnow', new Date(now.getTime() + 31_000 + 61_000))
    await send('indexnow', new Date(now.getTime() + 24 * HOUR))
    expect(told.map(readUrls)).toEqual(Array.from({ length: 3 }, () => ['https://paper.example/posts/c']))
    expect(lines).toEqual([])
  })

  it('is told again no sooner than it asks', async () => {
    answers = [429]
    retryAfter = { 'Retry-After': '600' }
    await edit('posts/c.md', toPostText({ title: 'C' }))
    const now = new Date()
    await send('indexnow', now)
    await send('indexnow', new Date(now.getTime() + 599_000))
    expect(told).toHaveLength(1)
    await send('indexnow', new Date(now.getTime() + 601_000))
    expect(told).toHaveLength(2)
  })

  it('is told of 10,000 addresses at a time', async () => {
    const insert = index.prepare('INSERT INTO announcement (service, url, due, added) VALUES (?, ?, 0, 0)')
    index.database.exec('BEGIN')
    for (let number = 0; number < 10_001; number += 1) insert.run('indexnow', `/posts/${number}`)
    index.database.exec('COMMIT')
    await send('indexnow')
    expect(told.map((one) => readUrls(one).length)).toEqual([10_000, 1])
  })

  it('is told after a restart what it was not told before', async () => {
    answers = [500]
    await edit('posts/c.md', toPostText({ title: 'C' }))
    await send('indexnow')
    index.database.close()
    index = openIndex({ ...paper, log: (line) => lines.push(line) })
    await syncIndex(index)
    await send('indexnow', new Date(Date.now() + HOUR))
    expect(told).toHaveLength(2)
  })

  it('is let alone when it refuses for good, and the log says so', async () => {
    answers = [403]
    await edit('posts/c.md', toPostText({ title: 'C' }))
    await send('indexnow')
    await send('indexnow', new Date(Date.now() + 24 * HOUR))
    expect(told).toHaveLength(1)
    expect(lines).toEqual(['indexnow will not be told of 1 addresses (403), /posts/c among them.'])
  })
})

describe('the hub', () => {
  it('is told of every feed a new story stands in', async () => {
    await edit('posts/c.md', toPostText({ title: 'C', section: 'Harbour', tags: '[tides]' }))
    await send('websub')
    expect(told.every(({ path }) => path === '/hub')).toBe(true)
    const forms = told.map(({ body }) => new URLSearchParams(body))
    expect(forms.every((form) => form.get('hub.mode') === 'publish')).toBe(true)
    expect(forms.map((form) => form.get('hub.url')).sort()).toEqual([
      'https://paper.example/atom.xml',
      'https://paper.example/feed.json',
      'https://paper.example/feed.xml',
      'https://paper.example/sections/harbour/atom.xml',
      'https://paper.example/sections/harbour/feed.json',
      'https://paper.example/sections/harbour/feed.xml',
      'https://paper.example/tags/tides/atom.xml',
      'https://paper.example/tags/tides/feed.json',
      'https://paper.example/tags/tides/feed.xml',
    ])
  })
})

it('tells the hub again, later, what it would not hear', async () => {
  answers = [503]
  await edit('posts/c.md', toPostText({ title: 'C' }))
  const now = new Date()
  await send('websub', now)
  const first = told.map(({ body }) => body)
  await send('websub', new Date(now.getTime() + HOUR))
  expect(told.map(({ body }) => body).filter((body) => body === first[0])).toHaveLength(2)
})

it('tells nobody where the paper names nobody', async () => {
  await edit('site.yaml', 'name: The Packet\n')
  await edit('posts/c.md', toPostText({ title: 'C' }))
  await edit('site.yaml', `indexNow:\n  key: abcdef0123456789\n  endpoint: ${endpoint}/indexnow\n`)
  await send('indexnow')
  expect(told).toEqual([])
})

it('tells of a live story at once, and of what is added to it once in five minutes', async () => {
  const toLive = (...updates: string[]) => toPostText({ title: 'Flood', type: 'live' }, updates.join('\n'))
  const [first, second] = ['## 08:01 One\n\nWords.\n', '## 08:02 Two\n\nWords.\n']
  await edit('posts/flood.md', toLive(first))
  await send('indexnow')
  expect(told.map(readUrls)).toEqual([[`${SITE_URL}/posts/flood`]])
  await edit('posts/flood.md', toLive(first, second))
  await send('indexnow')
  expect(told).toHaveLength(1)
  await send('indexnow', new Date(Date.now() + 5 * 60_000))
  expect(told.map(readUrls)).toEqual([[`${SITE_URL}/posts/flood`], [`${SITE_URL}/posts/flood`]])
})
