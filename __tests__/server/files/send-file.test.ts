import { truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type FakeSite, startFakeSite } from '../../support/fake-site.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { toPostText } from '../../support/paper.ts'

const FILM = Buffer.alloc(3_000_000, 'film')

let site: FakeSite
const at = (name: string) => path.join(site.paper.contentDir, 'media', name)

beforeAll(async () => {
  site = await startFakeSite(() => Promise.reject(new Error('nobody renders a file')), {
    files: {
      'posts/tide.md': toPostText({}),
      'posts/hidden/index.md': toPostText({ draft: 'true' }),
      'posts/hidden/deed.pdf': 'PDF',
      'media/drawing.svg': '<svg/>',
      'media/report.pdf': 'PDF',
    },
  })
  writeFileSync(at('film.mp4'), FILM)
})

afterAll(() => site.close())

it('sends a file whole, with the lines every answer has', async () => {
  const { status, headers, body } = await fetchRaw(`${site.url}/media/film.mp4`)
  expect(status).toBe(200)
  expect(body.equals(FILM)).toBe(true)
  expect(headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': String(FILM.length),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  expect(headers['content-disposition']).toBeUndefined()
})

it('sends a part', async () => {
  const headers = { range: 'bytes=1000001-1000004' }
  const answer = await fetchRaw(`${site.url}/media/film.mp4`, { headers })
  expect([answer.status, String(answer.body)]).toEqual([206, 'ilmf'])
  expect(answer.headers['content-range']).toBe('bytes 1000001-1000004/3000000')
  expect(answer.headers['cache-control']).toContain('no-transform')
})

it.each([
  ['HEAD', {}, 200, '3000000'],
  ['GET', { range: 'bytes=3000000-' }, 416, '0'],
])('answers %s %j with %d and no body', async (method, headers, status, length) => {
  const answer = await fetchRaw(`${site.url}/media/film.mp4`, { method, headers })
  expect([answer.status, answer.body.length, answer.headers['content-length']]).toEqual([status, 0, length])
})

it('answers 304 to who has it', async () => {
  const { headers } = await fetchRaw(`${site.url}/media/film.mp4`, { method: 'HEAD' })
  const again = await fetchRaw(`${site.url}/media/film.mp4`, {
    headers: { 'if-none-match': String(headers.etag) },
  })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

it('lets a browser save what could run, and open a document', async () => {
  const drawing = await fetchRaw(`${site.url}/media/drawing.svg`)
  expect(drawing.headers['content-disposition']).toBe('attachment')
  const report = await fetchRaw(`${site.url}/media/report.pdf`)
  expect(report.headers['content-disposition']).toBeUndefined()
  expect(report.headers['content-security-policy']).toBeUndefined()
})

it.each(['none.pdf', 'posts/hidden/deed.pdf', 'posts/tide.md', '%ff.pdf'])(
  'finds nothing at /media/%s',
  async (name) => {
    const { status, headers } = await fetchRaw(`${site.url}/media/${name}`)
    expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
  },
)

it('cuts the connection when a file becomes shorter while it is sent, and serves the next reader', async () => {
  writeFileSync(at('shrinking.mp4'), FILM)
  const response = await fetch(`${site.url}/media/shrinking.mp4`)
  truncateSync(at('shrinking.mp4'), 10)
  await expect(response.arrayBuffer()).rejects.toThrow()
  expect((await fetchRaw(`${site.url}/media/shrinking.mp4`)).body.length).toBe(10)
})
