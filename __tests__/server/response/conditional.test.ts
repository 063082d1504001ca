import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { eventually } from '../../support/eventually.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { type SiteServer, startSite } from '../../support/site-server.ts'

describe.each(['on', 'off'])('FAST_PATH=%s', (FAST_PATH) => {
  const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'High water' }) })
  let site: SiteServer

  beforeAll(async () => {
    site = await startSite(paper, { FAST_PATH })
    // Last-Modified is said once the second of the change is over.
    await wait(2500)
  })
  afterAll(async () => {
    await site.stop()
    paper.close()
  })

  const ask = (headers: Record<string, string> = {}, method = 'GET', path = '/posts/tide') =>
    fetchRaw(site.url + path, { method, headers })

  it('answers 304, with nothing in it, to a client that holds the page', async () => {
    const { headers } = await ask({ 'Accept-Encoding': 'gzip' })
    const held = await ask({ 'Accept-Encoding': 'gzip', 'If-None-Match': headers.etag ?? '' })
    expect(held).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect(held.headers).toMatchObject({
      etag: headers.etag,
      vary: headers.vary,
      'cache-control': headers['cache-control'],
    })
    expect(held.headers['content-length']).toBeUndefined()
  })

  it.each([
    ['the tag among others', (tag: string) => `"a", ${tag}, "b"`, 304],
    ['the tag, weakened by a proxy', (tag: string) => `W/${tag}`, 304],
    ['any', () => '*', 304],
    ['another', () => '"another"', 200],
    ['the tag of another coding', (tag: string) => tag.replace(/"$/, '-br"'), 200],
  ])('If-None-Match: %s', async (_name, toHeader, status) => {
    const { headers } = await ask()
    expect((await ask({ 'If-None-Match': toHeader(headers.etag ?? '') })).status).toBe(status)
  })

  it('answers If-Modified-Since, which yields to If-None-Match', async () => {
    const { headers } = await ask()
    const modified = headers['last-modified'] ?? ''
    const hourBefore = new Date(Date.parse(modified) - 3_600_000).toUTCString()
    expect((await ask({ 'If-Modified-Since': modified })).status).toBe(304)
    expect((await ask({ 'If-Modified-Since': hourBefore })).status).toBe(200)
    expect((await ask({ 'If-Modified-Since': 'yesterday' })).status).toBe(200)
    expect((await ask({ 'If-Modified-Since': modified, 'If-None-Match': '"another"' })).status).toBe(200)
  })

  it('says nothing of Last-Modified in the second of a change, and another afterwards', async () => {
    const before = await ask()
    paper.write('posts/tide.md', toPostText({ title: 'Low water' }))
    await eventually(async () => expect((await ask()).headers.etag).not.toBe(before.headers.etag))
    const after = await ask({ 'If-Modified-Since': before.headers['last-modified'] ?? '' })
    expect(after.status).toBe(200)
    expect(after.headers['last-modified']).toBeUndefined()
    await eventually(async () => expect((await ask()).headers['last-modified']).toBeDefined())
    const settled = (await ask()).headers['last-modified'] ?? ''
    expect(Date.parse(settled)).toBeGreaterThan(Date.parse(before.headers['last-modified'] ?? ''))
  })

  it('answers HEAD as GET, without the page', async () => {
    const headersOf = async (method: string, path: string) => {
      const { status, headers } = await ask({ 'Accept-Encoding': 'br' }, method, path)
      return { status, ...headers, date: '' }
    }
    for (const path of ['/posts/tide', '/', '/nothing']) {
      expect(await headersOf('HEAD', path)).toEqual(await headersOf('GET', path))
      expect((await ask({}, 'HEAD', path)).body.length).toBe(0)
    }
  })

  it.each(['bytes=0-524288', 'bytes=0-9', 'bytes=-5', 'bytes=0-0,5-9', 'lines=1-2'])(
    'answers Range: %s with the page whole',
    async (range) => {
      const whole = await ask({ 'Accept-Encoding': 'deflate, gzip' })
      const { status, headers, body } = await ask({ 'Accept-Encoding': 'deflate, gzip', Range: range })
      expect(status).toBe(200)
      expect(headers['content-range']).toBeUndefined()
      expect(gunzipSync(body).equals(gunzipSync(whole.body))).toBe(true)
    },
  )
})
