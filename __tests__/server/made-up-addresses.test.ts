import { type FakeSite, startFakeSite, toRendered } from '../support/fake-site.ts'
import { fetchRaw } from '../support/fetch-raw.ts'
import { speakRaw } from '../support/speak-raw.ts'

const MAX_BYTES = 800_000
const COUNT = 150

let site: FakeSite

beforeAll(async () => {
  site = await startFakeSite(
    async (url) => {
      const status = Number(/^\/made-up\/(\d+)\//.exec(url)?.[1] ?? 200)
      const headers = status < 400 && status > 200 ? { location: '/held' } : {}
      const rendered = toRendered(url, status)
      return { ...rendered, headers: { ...rendered.headers, ...headers } }
    },
    { maxBytes: MAX_BYTES },
  )
})
afterAll(() => site.close())

const ask = (path: string) => fetchRaw(site.url + path)

it.each([301, 307, 308, 404, 410])(
  'made-up addresses answered %d keep to their share of the store',
  async (status) => {
    await ask('/held')
    const held = site.countPages().bytes
    for (let i = 0; i < COUNT; i += 1) {
      expect((await ask(`/made-up/${status}/${i}`)).status).toBe(status)
    }
    expect(site.countPages().bytes - held).toBeLessThanOrEqual(MAX_BYTES / 8)
    await ask('/held')
    expect(site.lines.at(-1)).toMatchObject({ url: '/held', store: 'hit' })
  },
)

it.each(['/./', '/x/../held', '/x/%2e%2e/held', '//held', '/\\held', '/held/.'])(
  '%s is not kept',
  async (path) => {
    const before = site.countPages().pages
    const { text } = await speakRaw(site.url, [`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`])
    expect(text).toMatch(/^HTTP\/1\.1 308 /)
    expect(site.countPages().pages).toBe(before)
  },
)

it.each(['/h%65ld', '/%68%65%6c%64', '/hel%64?a=b'])('%s is the entry of /held', async (path) => {
  await ask('/held')
  const before = site.countPages().pages
  expect((await ask(path)).body.toString()).toContain('<p>/held</p>')
  expect(site.countPages().pages).toBe(before)
})
