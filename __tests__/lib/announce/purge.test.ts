import { createPurger } from '#lib/announce/purge/start-purging.ts'
import { getEnv } from '#lib/config/env.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { signStandardWebhook } from '#lib/http/standard-webhook.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { readTags, readXkeys, setUpPurging } from '../../support/purge-paper.ts'
import type { HeardMessage } from '../../support/purge-receiver.ts'

const {
  open,
  save,
  run,
  runAnew,
  getIndex,
  getUrl,
  listHeard,
  forget,
  toVarnish,
  toCloudflare,
  toFastly,
  toWebhook,
} = setUpPurging()

const SAVED = ['all:', 'month:2026-01', 'post:a', 'section:harbour', 'year:2026']

describe('a save', () => {
  it('is told to Varnish by keys', async () => {
    await open(toVarnish())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await run()
    expect(listHeard().map(({ method, url }) => `${method} ${url}`)).toEqual(['PURGE /'])
    expect(listHeard().map(readXkeys)).toEqual([SAVED])
  })

  it('is told to Varnish by a regular expression where BAN is set', async () => {
    await open({ ...toVarnish(), PURGE_VARNISH_METHOD: 'ban' }, { 'posts/b.md': toPostText({ title: 'B' }) })
    await save('posts/c.(1).md', toPostText({ title: 'C' }))
    await run()
    expect(listHeard().map(({ method }) => method)).toEqual(['PURGE'])
    const pattern = new RegExp(`(^|\\s)(${String(listHeard()[0]?.headers['tag-ban'])})(\\s|$)`)
    expect(pattern.test('site all:')).toBe(true)
    expect(pattern.test('site year:2026')).toBe(true)
    expect(pattern.test('site year:20260')).toBe(false)
    expect(pattern.test('site section:harbour')).toBe(false)
  })

  it('is told to Fastly', async () => {
    await open(toFastly())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await run()
    const [message] = listHeard()
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
    await run()
    const [message] = listHeard()
    expect(`${message?.method} ${message?.url}`).toBe('POST /zones/zone1/purge_cache')
    expect(message?.headers.authorization).toBe('Bearer cloudflare-token-2')
    expect(listHeard().flatMap(readTags).sort()).toEqual(SAVED)
  })

  it('is told to a webhook, signed', async () => {
    await open(toWebhook())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await run()
    const [message] = listHeard()
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
    expect(listHeard().flatMap(readTags).sort()).toEqual(SAVED)
  })

  it('is told to those whom site.yaml names, and those of the environment count before them', async () => {
    const settings = `purge:\n  varnish:\n    urls: [${getUrl()}/one, ${getUrl()}/two]\n    method: ban\n`
    await open({}, { 'site.yaml': settings })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    await run()
    expect(
      listHeard()
        .map(({ method, url }) => `${method} ${url}`)
        .sort(),
    ).toEqual(['PURGE /one', 'PURGE /two'])
    Object.assign(process.env, toVarnish())
    await save('posts/a.md', toPostText({ title: 'Third' }))
    await runAnew()
    expect(
      listHeard()
        .slice(2)
        .map(({ method, url }) => `${method} ${url}`),
    ).toEqual(['PURGE /'])
  })

  it('is told once more a moment later, and then no more', async () => {
    await open(toVarnish())
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    await run()
    await run()
    expect(listHeard()).toHaveLength(1)
    await run(new Date(Date.now() + 1_000))
    await run(new Date(Date.now() + 60_000))
    expect(listHeard().map(readXkeys)).toEqual([SAVED, SAVED])
  })

  it('of a draft is told to nobody', async () => {
    await open(toVarnish())
    await save('posts/b.md', toPostText({ title: 'B', draft: 'true' }))
    await run()
    expect(listHeard()).toEqual([])
  })

  it('of a story in another script names printable ASCII', async () => {
    await open(toVarnish())
    await save('posts/first.md', toPostText({ title: 'First', section: '港' }))
    await run()
    await save('posts/潮汐, 1.md', toPostText({ title: '潮汐', section: '港' }))
    await run()
    expect(listHeard().flatMap(readXkeys)).toEqual(
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
    expect(listHeard().map(readXkeys)).toEqual([['site']])
  })

  it('when the settings change', async () => {
    await open(toVarnish())
    await save('site.yaml', 'name: The Packet\n')
    await run()
    expect(listHeard().map(readXkeys)).toEqual([['site']])
  })

  it('when more than a thousand tags changed', async () => {
    await open(toCloudflare())
    const tags = Array.from({ length: 1_001 }, (_none, number) => `post:${number}`)
    await getIndex().write({ kind: 'purge', tags })
    await run()
    expect(listHeard().map(readTags)).toEqual([['site']])
  })

  it('when stories are withheld, which cannot be written down', async () => {
    await open(toVarnish())
    getIndex().withheld.set('a', 'posts/a.md')
    await run()
    await run()
    expect(listHeard().map(readXkeys)).toEqual([['site']])
  })
})

it.each([
  ['Varnish', toVarnish, (heard: HeardMessage) => readXkeys(heard).length, [100, 100, 100, 50]],
  ['Cloudflare', toCloudflare, (heard: HeardMessage) => readTags(heard).length, [100, 100, 100, 50]],
  ['Fastly', toFastly, ({ body }: HeardMessage) => JSON.parse(body).surrogate_keys.length, [256, 94]],
])('%s is told of 350 tags in as many at once as it takes', async (_name, toSettings, count, counts) => {
  await open(toSettings())
  await getIndex().write({
    kind: 'purge',
    tags: Array.from({ length: 350 }, (_none, number) => `post:${number}`),
  })
  await run()
  expect(listHeard().map(count)).toEqual(counts)
})

it('tells Varnish of long tags in header lines it can read', async () => {
  await open(toVarnish())
  const tags = Array.from({ length: 30 }, (_none, number) => `post:${'潮'.repeat(60)}-${number}`)
  await getIndex().write({ kind: 'purge', tags })
  await run()
  const lengths = listHeard().map(({ headers }) => String(headers['xkey-purge']).length)
  expect(Math.max(...lengths)).toBeLessThan(8_000)
  expect(listHeard().flatMap(readXkeys)).toHaveLength(30)
})

describe('the clock', () => {
  it('tells when an embargo lifts, and when a story expires', async () => {
    await open(toVarnish())
    await save(
      'posts/b.md',
      toPostText({ title: 'B', date: '2199-01-01T00:00:00Z', expires: '2199-01-02T00:00:00Z' }),
    )
    applyDueChanges(getIndex(), new Date())
    await run(new Date(Date.now() + 1_000))
    await run(new Date(Date.now() + 60_000))
    forget()
    const lift = new Date('2199-01-01T00:00:00Z')
    applyDueChanges(getIndex(), lift)
    await run(lift)
    expect(listHeard().flatMap(readXkeys)).toEqual(expect.arrayContaining(['all:', 'post:b']))
    await run(new Date(lift.getTime() + 60_000))
    forget()
    const end = new Date('2199-01-02T00:00:00Z')
    applyDueChanges(getIndex(), end)
    await run(end)
    expect(listHeard().flatMap(readXkeys)).toEqual(expect.arrayContaining(['all:', 'post:b']))
  })
})
