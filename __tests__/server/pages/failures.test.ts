import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type FakeSite, METRICS_TOKEN, startFakeSite, toRendered } from '../../support/fake-site.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { toPostText } from '../../support/paper.ts'

const FIGURES = { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } }

describe('a page that cannot be made', () => {
  let site: FakeSite
  let release: () => void
  const released = new Promise<void>((resolve) => {
    release = resolve
  })

  beforeAll(async () => {
    site = await startFakeSite(
      async (url) => {
        if (url === '/throws') throw new Error('A page went wrong on purpose.')
        if (url === '/fails') return toRendered('', 500)
        if (url === '/hangs') await released
        return toRendered(url)
      },
      { limitMs: 2_000 },
    )
  })
  afterAll(async () => {
    release()
    await site.close()
  })

  it.each(['/throws', '/fails'])(
    '%s answers a plain 500 that nobody keeps, with the id the log has',
    async (path) => {
      const { status, headers, body } = await fetchRaw(site.url + path)
      expect(status).toBe(500)
      expect(headers['cache-control']).toBe('no-store')
      expect(body.toString()).toContain('Something went wrong')
      expect(body.toString()).toContain('noindex')
      expect(body.toString()).not.toContain('on purpose')
      expect(site.errors.at(-1)?.about).toMatchObject({ id: headers['x-request-id'], url: path })
    },
  )

  it('gives a hanging page up after its time, says so, and answers others meanwhile', async () => {
    const hanging = fetchRaw(`${site.url}/hangs`)
    const first = await Promise.race([hanging, fetchRaw(`${site.url}/fine`)])
    expect([first.status, first.body.toString()]).toEqual([200, expect.stringContaining('<p>/fine</p>')])
    const { status, headers } = await hanging
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(String(site.errors.at(-1)?.error)).toContain('/hangs took longer than 2 s')
    expect(await (await fetch(`${site.url}/metrics`, FIGURES)).text()).toContain(
      'broadsheet_faults_total{kind="timeout"} 1',
    )
  })

  it('goes on answering after each of them', async () => {
    expect((await fetchRaw(`${site.url}/fine`)).status).toBe(200)
  })
})

describe('a client that leaves', () => {
  it('does not end the rendering others wait for, nor the process', async () => {
    let renders = 0
    const site = await startFakeSite(async (url) => {
      renders += 1
      await wait(200)
      return toRendered(url)
    })
    const { port, hostname } = new URL(site.url)
    const leaver = connect(Number(port), hostname)
    leaver.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n')
    await wait(50)
    leaver.destroy()
    const { status, body } = await fetchRaw(`${site.url}/slow`)
    expect(status).toBe(200)
    expect(body.toString()).toContain('/slow')
    expect(renders).toBe(1)
    expect(site.errors).toEqual([])
    await site.close()
  })
})

describe('many who ask for one page at once', () => {
  it('share one rendering', async () => {
    let renders = 0
    const site = await startFakeSite(async (url) => {
      renders += 1
      await wait(100)
      return toRendered(url)
    })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_none, i) => fetchRaw(`${site.url}/posts/one?utm_source=${i}&fbclid=${i}`)),
    )
    expect(renders).toBe(1)
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1)
    await site.close()
  })

  it('do not get what was rendered before the content changed', async () => {
    let text = 'before'
    const site = await startFakeSite(
      async () => {
        const seen = text
        await wait(200)
        return toRendered(seen)
      },
      { files: { 'posts/one.md': toPostText({ title: 'One' }) } },
    )
    const early = fetchRaw(`${site.url}/posts/one`)
    await wait(50)
    text = 'after'
    site.paper.write('posts/one.md', toPostText({ title: 'One, changed' }))
    await site.sync()
    const late = await fetchRaw(`${site.url}/posts/one`)
    expect((await early).body.toString()).toContain('before')
    expect(late.body.toString()).toContain('after')
    expect((await fetchRaw(`${site.url}/posts/one`)).body.toString()).toContain('after')
    await site.close()
  })
})

describe('addresses made up without end', () => {
  it('stay within their share of the store', async () => {
    const site = await startFakeSite(
      async (url) => toRendered(url === '/' ? 'front' : 'x'.repeat(5000), url === '/' ? 200 : 404),
      {
        maxBytes: 400_000,
      },
    )
    await fetchRaw(`${site.url}/`)
    for (let i = 0; i < 100; i += 1) await fetchRaw(`${site.url}/nothing-${i}`)
    const figures = await (await fetch(`${site.url}/metrics`, FIGURES)).text()
    expect(Number(/broadsheet_store_bytes (\d+)/.exec(figures)?.[1])).toBeLessThan(60_000)
    await fetchRaw(`${site.url}/`)
    expect(site.lines.at(-1)).toMatchObject({ url: '/', store: 'hit' })
    await site.close()
  })
})
