import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { HOSTILE_BODIES, listHostileFiles } from '../../bench/hostile/texts.ts'
import { createPaper } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

// Whoever can save a file cannot stop the site: texts that cost a parser seconds, or for ever, keep nobody else waiting.

const paper = createPaper(listHostileFiles())
let site: SiteServer

beforeAll(async () => {
  site = await startSite(paper, { LOG: 'off' })
  await site.get('/posts/short')
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

/** Asks for `path` until it is there: the first who asks for a text that takes long may be told to try again. */
async function getPatiently(path: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await site.get(path)
    if (response.status !== 503 || attempt === 5) return response
    await response.arrayBuffer()
  }
}

/** How often another page was answered while `work` went on, and for how many milliseconds that was. */
async function countAnswers(work: Promise<unknown>): Promise<{ answers: number; took: number }> {
  const started = performance.now()
  let isOver = false
  const end = work.finally(() => {
    isOver = true
  })
  let answers = 0
  while (!isOver) {
    const { status } = await site.get('/posts/short')
    if (status === 200) answers += 1
    await wait(10)
  }
  await end
  return { answers, took: performance.now() - started }
}

it.each(Object.keys(HOSTILE_BODIES))(
  '%s is shown, and others are answered meanwhile',
  async (name) => {
    const page = getPatiently(`/posts/${name}`)
    const { answers, took } = await countAnswers(page)
    expect((await page).status).toBe(200)
    expect(await (await page).text()).toContain(`<h1`)
    // A thread that is held up answers once, at the end.
    expect(answers).toBeGreaterThanOrEqual(took > 2_000 ? 3 : 1)
  },
  120_000,
)

it.each(['/feed.xml', '/atom.xml', '/feed.json'])(
  '%s has an entry for every story',
  async (path) => {
    const feed = getPatiently(path)
    const { answers } = await countAnswers(feed)
    expect((await feed).status).toBe(200)
    const text = await (await feed).text()
    for (const name of Object.keys(HOSTILE_BODIES)) expect(text).toContain(`/posts/${name}`)
    expect(answers).toBeGreaterThanOrEqual(1)
  },
  120_000,
)

it('gives a text too long for a page in part, and whole as Markdown', async () => {
  const page = await (await getPatiently('/posts/prose-of-5-mb')).text()
  expect(page).toContain('<a href="/posts/prose-of-5-mb.md">Read the whole text</a>')
  const whole = await (await getPatiently('/posts/prose-of-5-mb.md')).text()
  expect(whole.length).toBeGreaterThan(HOSTILE_BODIES['prose-of-5-mb']?.trim().length ?? Number.NaN)
}, 120_000)

it('ends on SIGTERM while such a text is rendered', async () => {
  const other = createPaper(listHostileFiles())
  const busy = await startSite(other, { LOG: 'off' })
  const pages = Object.keys(HOSTILE_BODIES).map((name) => busy.get(`/posts/${name}`).catch(() => null))
  await wait(200)
  busy.process.kill('SIGTERM')
  await once(busy.process, 'exit')
  await Promise.all(pages)
  // By itself, or on a machine that has much to do by its own deadline.
  expect([0, 'SIGKILL']).toContain(busy.process.exitCode ?? busy.process.signalCode)
  other.close()
}, 60_000)
