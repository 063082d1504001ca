import { createPurger, type Purger } from '#lib/announce/purge/start-purging.ts'
import { getEnv } from '#lib/config/env.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { signStandardWebhook } from '#lib/http/standard-webhook.ts'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'
import { type HeardMessage, type PurgeReceiver, startPurgeReceiver } from '../../support/purge-receiver.ts'

const SECRETS = {
  FASTLY_API_TOKEN: 'fastly-token-1',
  CLOUDFLARE_API_TOKEN: 'cloudflare-token-2',
  PURGE_WEBHOOK_SECRET: 'webhook-secret-3',
}
const SETTINGS = [
  'PURGE_VARNISH',
  'PURGE_VARNISH_METHOD',
  'PURGE_FASTLY',
  'PURGE_FASTLY_API',
  'PURGE_CLOUDFLARE',
  'PURGE_CLOUDFLARE_API',
  'PURGE_WEBHOOK',
  ...Object.keys(SECRETS),
]

let receiver: PurgeReceiver
let paper: Paper
let index: Index
let purger: Purger
const lines: string[] = []

beforeAll(async () => {
  receiver = await startPurgeReceiver()
})

afterAll(() => receiver.close())

/** A paper whose first index is complete and was told of already. */
async function open(env: Record<string, string>, files: Record<string, string> = {}): Promise<void> {
  Object.assign(process.env, SECRETS, { SITE_URL: 'https://paper.example' }, env)
  paper = createPaper({ 'posts/a.md': toPostText({ title: 'A', section: 'Harbour' }), ...files })
  index = openIndex({ ...paper, log: (line) => lines.push(line) })
  await syncIndex(index)
  purger = createPurger(index, getEnv())
  await purger.run(new Date())
  await purger.run(new Date(Date.now() + 5_000))
  receiver.heard.length = 0
  lines.length = 0
}

afterEach(() => {
  receiver.answerWith(200)
  receiver.heard.length = 0
  for (const name of SETTINGS) delete process.env[name]
  index.database.close()
  paper.close()
})

async function save(file: string, text: string): Promise<void> {
  paper.write(file, text)
  await syncIndex(index)
}

const toVarnish = () => ({ PURGE_VARNISH: receiver.url })
const toCloudflare = () => ({ PURGE_CLOUDFLARE: 'zone1', PURGE_CLOUDFLARE_API: receiver.url })
const toFastly = () => ({ PURGE_FASTLY: 'service1', PURGE_FASTLY_API: receiver.url })
const toWebhook = () => ({ PURGE_WEBHOOK: `${receiver.url}/purge?key=path-secret` })
const readXkeys = ({ headers }: HeardMessage) => String(headers['xkey-purge']).split(' ').sort()
const readTags = ({ body }: HeardMessage): string[] => JSON.parse(body).tags

const SAVED = ['all:', 'month:2026-01', 'post:a', 'section:harbour', 'year:2026']

describe('a save', () => {
  it('is told to Varnish by keys', async () => {
    await open(toVarnish())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await purger.run(new Date())
    expect(receiver.heard.map(({ method, url }) => `${method} ${url}`)).toEqual(['PURGE /'])
    expect(receiver.heard.map(readXkeys)).toEqual([SAVED])
  })

  it('is told to Varnish by a regular expression where BAN is set', async () => {
    await open({ ...toVarnish(), PURGE_VARNISH_METHOD: 'ban' }, { 'posts/b.md': toPostText({ title: 'B' }) })
    await save('posts/c.(1).md', toPostText({ title: 'C' }))
    await purger.run(new Date())
    expect(receiver.heard.map(({ method }) => method)).toEqual(['PURGE'])
    const pattern = new RegExp(`(^|\\s)(${String(receiver.heard[0]?.headers['tag-ban'])})(\\s|$)`)
    expect(pattern.test('site all:')).toBe(true)
    expect(pattern.test('site year:2026')).toBe(true)
    expect(pattern.test('site year:20260')).toBe(false)
    expect(pattern.test('site section:harbour')).toBe(false)
  })

  it('is told to Fastly', async () => {
    await open(toFastly())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await purger.run(new Date())
    const [message] = receiver.heard
    expect(`${message?.method} ${message?.url}`).toBe('POST /service/service1/purge')
    expect(message?.headers).toMatchObject({
      'fastly-key': 'fastly-token-1',
      accept: 'application/json',
      'content-type': 'application/json',
    })
    expect(JSON.parse(message?.body ?? '').surrogate_keys.sort()).toEqual(SAVED)
  })

  it('is told to Cloudflare', async () => {
    await open(toCloudflare())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await purger.run(new Date())
    const [message] = receiver.heard
    expect(`${message?.method} ${message?.url}`).toBe('POST /zones/zone1/purge_cache')
    expect(message?.headers.authorization).toBe('Bearer cloudflare-token-2')
    expect(receiver.heard.flatMap(readTags).sort()).toEqual(SAVED)
  })

  it('is told to a webhook, signed', async () => {
    await open(toWebhook())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await purger.run(new Date())
    const [message] = receiver.heard
    const {
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': signature,
    } = message?.headers ?? {}
    expect(message?.url).toBe('/purge?key=path-secret')
    expect(signature).toBe(
      signStandardWebhook('webhook-secret-3', String(id), String(time), message?.body ?? ''),
    )
    expect(JSON.parse(message?.body ?? '').site).toBe('https://paper.example')
    expect(receiver.heard.flatMap(readTags).sort()).toEqual(SAVED)
  })

  it('is told to those whom site.yaml names, and those of the environment count before them', async () => {
    const settings = `purge:\n  varnish:\n    urls: [${receiver.url}/one, ${receiver.url}/two]\n    method: ban\n`
    await open({}, { 'site.yaml': settings })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    await purger.run(new Date())
    expect(receiver.heard.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'PURGE /one',
      'PURGE /two',
    ])
    Object.assign(process.env, toVarnish())
    purger = createPurger(index, getEnv())
    await save('posts/a.md', toPostText({ title: 'Third' }))
    await purger.run(new Date())
    expect(receiver.heard.slice(2).map(({ method, url }) => `${method} ${url}`)).toEqual(['PURGE /'])
  })

  it('is told once more a moment later, and then no more', async () => {
    await open(toVarnish())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await purger.run(new Date())
    await purger.run(new Date())
    expect(receiver.heard).toHaveLength(1)
    await purger.run(new Date(Date.now() + 1_000))
    await purger.run(new Date(Date.now() + 60_000))
    expect(receiver.heard.map(readXkeys)).toEqual([SAVED, SAVED])
  })

  it('of a draft is told to nobody', async () => {
    await open(toVarnish())
    await save('posts/b.md', toPostText({ title: 'B', draft: 'true' }))
    await purger.run(new Date())
    expect(receiver.heard).toEqual([])
  })

  it('of a story in another script names printable ASCII', async () => {
    await open(toVarnish())
    await save('posts/潮汐, 1.md', toPostText({ title: '潮汐', section: '港' }))
    await purger.run(new Date())
    expect(receiver.heard.flatMap(readXkeys)).toEqual(
      expect.arrayContaining(['section:%E6%B8%AF', 'post:%E6%BD%AE%E6%B1%90-1']),
    )
  })
})

describe('everything is purged', () => {
  it('when an index is new, as caches may hold what another one made', async () => {
    await open({})
    Object.assign(process.env, toVarnish())
    const other = createPaper({ 'posts/a.md': toPostText({}) })
    const fresh = openIndex({ ...other, log: () => {} })
    await syncIndex(fresh)
    await createPurger(fresh, getEnv()).run(new Date())
    fresh.database.close()
    other.close()
    expect(receiver.heard.map(readXkeys)).toEqual([['site']])
  })

  it('when the settings change', async () => {
    await open(toVarnish())
    await save('site.yaml', 'name: The Packet\n')
    await purger.run(new Date())
    expect(receiver.heard.map(readXkeys)).toEqual([['site']])
  })

  it('when more than a thousand tags changed', async () => {
    await open(toCloudflare())
    const tags = Array.from({ length: 1_001 }, (_none, number) => `post:${number}`)
    await index.write({ kind: 'purge', tags })
    await purger.run(new Date())
    expect(receiver.heard.map(readTags)).toEqual([['site']])
  })

  it('when stories are withheld, which cannot be written down', async () => {
    await open(toVarnish())
    index.withheld.set('a', 'posts/a.md')
    await purger.run(new Date())
    await purger.run(new Date())
    expect(receiver.heard.map(readXkeys)).toEqual([['site']])
  })
})

it.each([
  ['Varnish', toVarnish, (heard: HeardMessage) => readXkeys(heard).length, [100, 100, 100, 50]],
  ['Cloudflare', toCloudflare, (heard: HeardMessage) => readTags(heard).length, [100, 100, 100, 50]],
  ['Fastly', toFastly, ({ body }: HeardMessage) => JSON.parse(body).surrogate_keys.length, [256, 94]],
])('%s is told of 350 tags in as many at once as it takes', async (_name, toSettings, count, counts) => {
  await open(toSettings())
  await index.write({ kind: 'purge', tags: Array.from({ length: 350 }, (_none, number) => `post:${number}`) })
  await purger.run(new Date())
  expect(receiver.heard.map(count)).toEqual(counts)
})

it('tells Varnish of long tags in header lines it can read', async () => {
  await open(toVarnish())
  const tags = Array.from({ length: 30 }, (_none, number) => `post:${'潮'.repeat(60)}-${number}`)
  await index.write({ kind: 'purge', tags })
  await purger.run(new Date())
  const lengths = receiver.heard.map(({ headers }) => String(headers['xkey-purge']).length)
  expect(Math.max(...lengths)).toBeLessThan(8_000)
  expect(receiver.heard.flatMap(readXkeys)).toHaveLength(30)
})

describe('the clock', () => {
  it('tells when an embargo lifts, and when a story expires', async () => {
    await open(toVarnish())
    await save(
      'posts/b.md',
      toPostText({ title: 'B', date: '2199-01-01T00:00:00Z', expires: '2199-01-02T00:00:00Z' }),
    )
    applyDueChanges(index, new Date())
    await purger.run(new Date(Date.now() + 1_000))
    await purger.run(new Date(Date.now() + 60_000))
    receiver.heard.length = 0
    const lift = new Date('2199-01-01T00:00:00Z')
    applyDueChanges(index, lift)
    await purger.run(lift)
    expect(receiver.heard.flatMap(readXkeys)).toEqual(expect.arrayContaining(['all:', 'post:b']))
    await purger.run(new Date(lift.getTime() + 60_000))
    receiver.heard.length = 0
    const end = new Date('2199-01-02T00:00:00Z')
    applyDueChanges(index, end)
    await purger.run(end)
    expect(receiver.heard.flatMap(readXkeys)).toEqual(expect.arrayContaining(['all:', 'post:b']))
  })
})

describe('a cache that does not listen', () => {
  it.each([
    ['Varnish', toVarnish, 405, 'Varnish at URL cannot be purged: it answered 405: does its VCL let'],
    ['Fastly', toFastly, 401, 'Fastly service1 cannot be purged: it answered 401: look at FASTLY_API_TOKEN'],
    [
      'Cloudflare',
      toCloudflare,
      403,
      'Cloudflare zone1 cannot be purged: it answered 403: look at CLOUDFLARE_API',
    ],
    ['the webhook', toWebhook, 302, 'the webhook at HOST cannot be purged: it answered 302.'],
  ])('%s is a fault, said without credentials, until it does', async (_name, toSettings, status, message) => {
    await open(toSettings())
    receiver.answerWith(status, { location: `${receiver.url}/elsewhere` })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    const now = Date.now()
    await purger.run(new Date(now))
    await purger.run(new Date(now + 900))
    expect(receiver.heard).toHaveLength(1)
    const said = index.faults.get('purge-failed') ?? ''
    expect(said).toContain(message.replace('URL', receiver.url).replace('HOST', new URL(receiver.url).host))
    expect(lines).toEqual([said])
    expect(index.status).toBe('degraded')
    expect(said).not.toMatch(/token-\d|secret/)
    receiver.answerWith(200)
    await purger.run(new Date(now + 1_100))
    expect(receiver.heard).toHaveLength(2)
    expect([...index.faults.keys()]).toEqual([])
    expect(lines.at(-1)).toBe('Caches in front of the site are purged again.')
  })

  it('is told later each time, and no sooner than it asks', async () => {
    await open(toCloudflare())
    receiver.answerWith(429, { 'retry-after': '30' })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    const now = Date.now()
    await purger.run(new Date(now))
    await purger.run(new Date(now + 29_000))
    expect(receiver.heard).toHaveLength(1)
    receiver.answerWith(500)
    await purger.run(new Date(now + 31_000))
    await purger.run(new Date(now + 32_500))
    expect(receiver.heard).toHaveLength(2)
    await purger.run(new Date(now + 33_500))
    expect(receiver.heard).toHaveLength(3)
  })

  it('that is gone keeps nobody else waiting, and is told after a restart', async () => {
    await open({ PURGE_VARNISH: `http://127.0.0.1:1, ${receiver.url}` })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    await purger.run(new Date())
    expect(receiver.heard).toHaveLength(1)
    expect(index.faults.get('purge-failed')).toMatch(/^Varnish at http:\/\/127\.0\.0\.1:1 cannot be purged/)
    index.database.close()
    index = openIndex({ ...paper, log: (line) => lines.push(line) })
    await syncIndex(index)
    await createPurger(index, getEnv()).run(new Date())
    expect(index.faults.get('purge-failed')).toMatch(/^Varnish at http:\/\/127\.0\.0\.1:1 cannot be purged/)
  })

  it('is a fault as long as its credential is missing', async () => {
    await open(toFastly())
    delete process.env.FASTLY_API_TOKEN
    await createPurger(index, getEnv()).run(new Date())
    expect(index.faults.get('purge-failed')).toContain(
      'Fastly service1 cannot be purged: FASTLY_API_TOKEN is not set.',
    )
  })
})
