import { readdirSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { eventually } from '../../support/eventually.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { setUpSharedSite } from '../../support/shared-sites.ts'

describe.each(['on', 'off'] as const)('FAST_PATH=%s', (fastPath) => {
  const site = setUpSharedSite(`fast-path-${fastPath}`)
  const PATHS = ['/posts/tide', '/', '/nothing/here']
  const decoders: Record<string, (bytes: Buffer) => Buffer> = {
    br: brotliDecompressSync,
    gzip: gunzipSync,
    zstd: zstdDecompressSync,
    identity: (bytes) => bytes,
  }

  const ask = (path: string, accept: string | null, method = 'GET') =>
    fetchRaw(site.url + path, { method, headers: accept === null ? {} : { 'Accept-Encoding': accept } })

  it.each([
    [null, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['deflate, gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['deflate', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate, zstd', 'zstd'],
    ['GZIP;Q=1.0, BR;Q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0.1', 'gzip'],
    ['br;q=0.2, zstd;q=0.9, gzip;q=0.8', 'zstd'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'zstd'],
    ['gzip;q=0.5, identity', 'identity'],
    ['gzip;q=nonsense, br;q=7', 'identity'],
  ])('Accept-Encoding: %s is answered in %s', async (accept, coding) => {
    const plain = await ask('/posts/tide', null)
    const { headers, body } = await ask('/posts/tide', accept)
    expect(headers['content-encoding'] ?? 'identity').toBe(coding)
    expect(headers['content-length']).toBe(String(body.length))
    expect(headers.vary).toContain('Accept-Encoding')
    expect(decoders[coding]?.(body).equals(plain.body)).toBe(true)
  })

  it.each(PATHS)('%s has a strong ETag of its own in each coding, quick or best', async (path) => {
    const codings = ['br', 'zstd', 'gzip', 'identity']
    const first = await Promise.all(codings.map((coding) => ask(path, coding)))
    const tags = first.map(({ headers }) => headers.etag)
    expect(new Set(tags).size).toBe(4)
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
    const later = await Promise.all(codings.map((coding) => ask(path, coding)))
    expect(later.map(({ headers }) => headers.etag)).toEqual(tags)
  })

  it('answers first with a quick compression, and soon with the best', async () => {
    const first = await ask('/posts/quick', 'br')
    await eventually(async () => {
      const later = await ask('/posts/quick', 'br')
      expect(later.body.length).toBeLessThan(first.body.length)
      expect(brotliDecompressSync(later.body).equals(brotliDecompressSync(first.body))).toBe(true)
    })
  })

  it('sends the files of the build compressed, for ever', async () => {
    const [name = ''] = readdirSync('.next/static/chunks').filter((entry) => entry.endsWith('.js'))
    const file = `/_next/static/chunks/${name}`
    const { status, headers, body } = await ask(file, 'br')
    expect(status).toBe(200)
    expect(headers['content-encoding']).toBe('br')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(brotliDecompressSync(body).equals((await ask(file, null)).body)).toBe(true)
  })

  it.each(['/_next/static/../BUILD_ID', '/_next/static/%2e%2e/BUILD_ID', '/_next/static/nothing.js'])(
    'keeps %s to itself',
    async (path) => expect((await ask(path, null)).status).toBeGreaterThanOrEqual(400),
  )
})
