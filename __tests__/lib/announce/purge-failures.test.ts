import { toPostText } from '../../support/paper.ts'
import { setUpPurging } from '../../support/purge-paper.ts'

const {
  open,
  reopen,
  save,
  run,
  runAnew,
  getIndex,
  lines,
  getUrl,
  listHeard,
  answerWith,
  toVarnish,
  toCloudflare,
  toFastly,
  toWebhook,
} = setUpPurging()

describe('a cache that does not listen', () => {
  it.each([
    ['Varnish', toVarnish, 250, 405, 'Varnish at URL cannot be purged: it answered 405: does its VCL let'],
    [
      'Fastly',
      toFastly,
      1_000,
      401,
      'Fastly service1 cannot be purged: it answered 401: look at FASTLY_API_TOKEN',
    ],
    [
      'Cloudflare',
      toCloudflare,
      1_000,
      403,
      'Cloudflare zone1 cannot be purged: it answered 403: look at CLOUDFLARE_API',
    ],
    ['the webhook', toWebhook, 1_000, 302, 'the webhook at HOST cannot be purged: it answered 302.'],
  ])(
    '%s is a fault, said without credentials, until it does',
    async (_name, toSettings, pauseMs, status, message) => {
      await open(toSettings())
      answerWith(status, { location: `${getUrl()}/elsewhere` })
      await save('posts/a.md', toPostText({ title: 'Other' }))
      const now = Date.now()
      await run(new Date(now))
      await run(new Date(now + pauseMs - 50))
      expect(listHeard()).toHaveLength(1)
      const said = getIndex().faults.get('purge-failed') ?? ''
      expect(said).toContain(message.replace('URL', getUrl()).replace('HOST', new URL(getUrl()).host))
      expect(lines).toEqual([said])
      expect(getIndex().status).toBe('degraded')
      expect(said).not.toMatch(/token-\d|secret/)
      answerWith(200)
      await run(new Date(now + pauseMs + 50))
      expect(listHeard()).toHaveLength(2)
      expect([...getIndex().faults.keys()]).toEqual([])
      expect(lines.at(-1)).toBe('Caches in front of the site are purged again.')
    },
  )

  it('is told later each time, and no sooner than it asks', async () => {
    await open(toCloudflare())
    answerWith(429, { 'retry-after': '30' })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    const now = Date.now()
    await run(new Date(now))
    await run(new Date(now + 29_000))
    expect(listHeard()).toHaveLength(1)
    answerWith(500)
    await run(new Date(now + 31_000))
    await run(new Date(now + 32_500))
    expect(listHeard()).toHaveLength(2)
    await run(new Date(now + 33_500))
    expect(listHeard()).toHaveLength(3)
  })

  it('that is gone keeps nobody else waiting, and is told after a restart', async () => {
    await open({ PURGE_VARNISH: `http://127.0.0.1:1, ${getUrl()}` })
    await save('posts/a.md', toPostText({ title: 'Other' }))
    await run()
    expect(listHeard()).toHaveLength(1)
    expect(getIndex().faults.get('purge-failed')).toMatch(
      /^Varnish at http:\/\/127\.0\.0\.1:1 cannot be purged/,
    )
    await reopen()
    await runAnew()
    expect(getIndex().faults.get('purge-failed')).toMatch(
      /^Varnish at http:\/\/127\.0\.0\.1:1 cannot be purged/,
    )
  })

  it('is a fault as long as its credential is missing', async () => {
    await open(toFastly())
    delete process.env.FASTLY_API_TOKEN
    await runAnew()
    expect(getIndex().faults.get('purge-failed')).toContain(
      'Fastly service1 cannot be purged: FASTLY_API_TOKEN is not set.',
    )
  })
})

it('is told by the instance that writes, and by no other', async () => {
  await open(toVarnish())
  await save('posts/a.md', toPostText({ title: 'Other' }))
  getIndex().isFollower = true
  await run()
  expect(listHeard()).toEqual([])
  getIndex().isFollower = false
  await run()
  expect(listHeard()).toHaveLength(1)
})
