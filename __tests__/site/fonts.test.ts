import { rmSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '#lib/text/hash.ts'
import { eventually } from '../support/eventually.ts'
import { readFontPackage } from '../support/fonts.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { setUpSite } from '../support/site-server.ts'

const FIRST = readFontPackage('noto-serif-latin-700-normal')
const SECOND = readFontPackage('gowun-batang-latin-700-normal')
const NAMED = 'name: The Packet\ntheme: { fonts: { display: fonts/head.woff2 } }\n'

const paper = createPaper({
  'site.yaml': 'name: The Packet\n',
  'posts/tide.md': toPostText({ title: 'High water' }),
})
const site = setUpSite(paper)

const toUrl = (bytes: Uint8Array) => `/media/face/${sha256(bytes).slice(0, 20)}.woff2`
const readPage = async () => {
  const response = await site.get('/posts/tide')
  return { status: response.status, text: await response.text() }
}
const listPreloads = (text: string) =>
  [...text.matchAll(/<link rel="preload" href="([^"]*)" as="font" type="font\/woff2" crossorigin/gi)].map(
    ([, url]) => url,
  )

let before = ''
beforeAll(async () => {
  before = (await readPage()).text
  paper.write('fonts/head.woff2', FIRST)
})

it('serves a font as soon as site.yaml names it, to be kept for ever', async () => {
  paper.write('site.yaml', NAMED)
  await eventually(async () => expect(listPreloads((await readPage()).text)).toContain(toUrl(FIRST)))
  const response = await site.get(toUrl(FIRST))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('font/woff2')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(FIRST)
  const etag = response.headers.get('etag') ?? ''
  expect((await site.get(toUrl(FIRST), { 'if-none-match': etag })).status).toBe(304)
})

it('shows another font as soon as its file is another', async () => {
  paper.write('fonts/head.woff2', SECOND)
  await eventually(async () => expect(listPreloads((await readPage()).text)).toContain(toUrl(SECOND)))
  expect((await site.get(toUrl(SECOND))).status).toBe(200)
})

it.each([
  ['is no font any more', () => paper.write('fonts/head.woff2', 'none')],
  ['is gone', () => rmSync(path.join(paper.contentDir, 'fonts/head.woff2'))],
])('shows the built-in face while the file %s', async (_what, change) => {
  paper.write('fonts/head.woff2', SECOND)
  await eventually(async () => expect(listPreloads((await readPage()).text)).toContain(toUrl(SECOND)))
  change()
  await eventually(async () => expect(listPreloads((await readPage()).text)).not.toContain(toUrl(SECOND)))
  expect(await readPage()).toEqual({ status: 200, text: before })
  expect((await site.get(toUrl(SECOND))).status).toBe(404)
  expect(await (await site.get('/healthz')).json()).toMatchObject({ status: 'ok', problems: 1 })
})

it('serves no other file of the folder', async () => {
  for (const url of ['/media/face/head.woff2', '/media/face/..%2f..%2fsite.yaml', '/media/face/'])
    expect((await site.get(url)).status).toBe(404)
})

it('is the same page as before once the font is named no longer', async () => {
  paper.write('site.yaml', 'name: The Packet\n')
  await eventually(async () => expect(await readPage()).toEqual({ status: 200, text: before }))
})
