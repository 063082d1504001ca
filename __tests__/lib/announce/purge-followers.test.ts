import { touchTags } from '#lib/freshness/revision.ts'
import { putMeta } from '#lib/index/index-state.ts'
import { toPostText } from '../../support/paper.ts'
import { readXkeys, setUpPurging } from '../../support/purge-paper.ts'

const { open, save, run, getIndex, lines, listHeard, forget, answerWith, toVarnish, toFastly, toWebhook } =
  setUpPurging()

const SAVED = ['all:', 'month:2026-01', 'post:a', 'section:harbour', 'year:2026']

/** As on an instance whose index another one writes. */
async function openAsFollower(env: Record<string, string>): Promise<void> {
  await open(env)
  getIndex().isFollower = true
  await run()
}

describe('an instance whose index another one writes', () => {
  it('tells Varnish what it has seen change, at once and again, and nothing from before', async () => {
    await openAsFollower(toVarnish())
    expect(listHeard()).toEqual([])
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    const now = Date.now()
    await run(new Date(now))
    await run(new Date(now + 400))
    expect(listHeard().map((message) => readXkeys(message))).toEqual([SAVED])
    await run(new Date(now + 600))
    await run(new Date(now + 2_000))
    expect(listHeard().map((message) => readXkeys(message))).toEqual([SAVED, SAVED])
  })

  it.each([
    ['Fastly', toFastly],
    ['a webhook', toWebhook],
  ])('leaves %s to the one that writes', async (_name, toSettings) => {
    await openAsFollower(toSettings())
    await save('posts/a.md', toPostText({ title: 'Other' }))
    await run()
    expect(listHeard()).toEqual([])
  })

  it('tries again what Varnish did not take, and says nothing of it', async () => {
    await openAsFollower(toVarnish())
    answerWith(503)
    await save('posts/a.md', toPostText({ title: 'Other', section: 'Harbour' }))
    const now = Date.now()
    await run(new Date(now))
    answerWith(200)
    forget()
    await run(new Date(now + 300))
    expect(listHeard().map((message) => readXkeys(message))).toEqual([SAVED])
    expect(lines).toEqual([])
  })

  it('has all purged where the history began anew', async () => {
    await openAsFollower(toVarnish())
    putMeta(getIndex(), 'revision', '0')
    await run()
    expect(listHeard().map((message) => readXkeys(message))).toEqual([['site']])
  })

  it('has all purged where too much changed', async () => {
    await openAsFollower(toVarnish())
    touchTags(getIndex(), new Set(Array.from({ length: 1_001 }, (_none, at) => `post:${at}`)), new Date())
    await run()
    expect(listHeard().map((message) => readXkeys(message))).toEqual([['site']])
  })
})
