import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { eventually } from '../support/eventually.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { drip, type PictureServer, startPictureServer } from '../support/picture-server.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const paper = createPaper()
let pictures: PictureServer
let site: SiteServer

beforeAll(async () => {
  pictures = await startPictureServer({ '/far.jpg': await makeJpeg(900, 600), '/slow.jpg': drip })
  paper.write('media/near.jpg', await makeJpeg(1400, 900))
  paper.write('posts/near.md', toPostText({ title: 'Near', image: '/media/near.jpg' }))
  paper.write('posts/plain.md', toPostText({ title: 'Plain' }))
  paper.write('posts/far.md', toPostText({ title: 'Far' }, `![Far](${pictures.url}/far.jpg)\n`))
  paper.write('posts/slow.md', toPostText({ title: 'Slow', image: `${pictures.url}/slow.jpg` }))
  site = await startSite(paper, { PICTURES_ALLOW_LOOPBACK: '1' })
})
afterAll(async () => {
  await site.stop()
  await pictures.close()
  paper.close()
})

const read = async (path: string) => (await site.get(path)).text()
const findIn = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? ''

async function waitFor(path: string, pattern: RegExp, from = site): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const html = await (await from.get(path)).text()
    if (pattern.test(html)) return html
    await wait(100)
  }
  throw new Error(`${path} never showed ${pattern}:\n${from.output()}`)
}

it('serves a story’s picture in every size its page names, for good', async () => {
  const html = await read('/posts/near')
  const addresses = [...html.matchAll(/(\/media\/p\/[0-9a-f]{20}\/\d+\.(?:avif|webp|jpg))/g)].map(
    ([, one = '']) => one,
  )
  expect(new Set(addresses).size).toBe(11)
  for (const address of new Set(addresses)) {
    const response = await site.get(address)
    expect([address, response.status, response.headers.get('cache-control')]).toEqual([
      address,
      200,
      'public, max-age=31536000, immutable',
    ])
    const width = Number(/(\d+)\.\w+$/.exec(address)?.[1])
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width })
  }
})

it('shares a story with its picture, and one without with a card', async () => {
  for (const [path, kind] of [
    ['/posts/near', 'p'],
    ['/posts/plain', 'card'],
  ]) {
    const url = findIn(await read(path ?? ''), /<meta property="og:image" content="([^"]+)"/)
    expect(url).toMatch(new RegExp(`^${site.url}/media/${kind}/`))
    const response = await site.get(url.slice(site.url.length))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.length).toBeLessThanOrEqual(300_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 })
  }
})

it.each([
  '/media/p/0123456789abcdef0123/800.avif',
  '/media/p/0123456789abcdef0123/og.jpg?url=https://x.example/a.jpg',
  '/media/card/plain/0123456789abcdef0123.jpg',
  '/media/p/near.jpg',
])('has nothing at %s', async (path) => {
  const response = await site.get(path)
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

it('leaves no other way to have pictures made', async () => {
  const response = await site.get('/_next/image?url=%2Fmedia%2Fnear.jpg&w=640&q=75')
  expect(response.status).toBe(404)
})

it('answers a copy a reader has with 304', async () => {
  const address = findIn(await read('/posts/near'), /(\/media\/p\/[0-9a-f]{20}\/800\.avif)/)
  const etag = (await site.get(address)).headers.get('etag') ?? ''
  expect((await site.get(address, { 'if-none-match': etag })).status).toBe(304)
})

it('holds the place of a picture of another site, and shows it once it came', async () => {
  expect(await read('/posts/far')).toMatch(/picture-awaited|\/media\/p\//)
  const html = await waitFor('/posts/far', /<img[^>]+src="\/media\/p\/[0-9a-f]{20}\/800\.jpg"/)
  expect(html).not.toContain(pictures.url)
  const address = findIn(html, /(\/media\/p\/[0-9a-f]{20}\/900\.webp)/)
  expect((await site.get(address)).status).toBe(200)
})

it('lets no slow server hold up a page', async () => {
  expect(await read('/posts/slow')).toContain('picture-awaited')
})

it('shows another picture as soon as its file is another', async () => {
  const before = findIn(await read('/posts/near'), /(\/media\/p\/[0-9a-f]{20}\/)/)
  paper.write('media/near.jpg', await makeJpeg(1300, 900, 30))
  const html = await waitFor('/posts/near', /\/1300\.avif/)
  expect(html).not.toContain(before)
  expect((await site.get(`${before}480.webp`)).status).toBe(404)
})

it('forgets a picture with the last story that named it', async () => {
  const address = findIn(await read('/posts/near'), /(\/media\/p\/[0-9a-f]{20}\/800\.avif)/)
  expect((await site.get(address)).status).toBe(200)
  paper.remove('posts/near.md')
  for (let tries = 0; tries < 100 && (await site.get(address)).status !== 404; tries += 1) await wait(50)
  expect((await site.get(address)).status).toBe(404)
})

it('answers at addresses printed before DATA_DIR was deleted, though no page was asked for since', async () => {
  const old = createPaper()
  old.write('media/own.jpg', await makeJpeg(500, 400))
  old.write('posts/own.md', toPostText({ title: 'Own', image: '/media/own.jpg' }))
  old.write('posts/2014/beside.jpg', await makeJpeg(600, 400))
  old.write('posts/2014/text.md', toPostText({ title: 'Text' }, '![Beside](beside.jpg)\n'))
  old.write('posts/far.md', toPostText({ title: 'Far', image: `${pictures.url}/far.jpg` }))
  const env = { PICTURES_ALLOW_LOOPBACK: '1' }
  const before = await startSite(old, env)
  const printed = /(\/media\/p\/[0-9a-f]{20}\/480\.avif)/
  const addresses: string[] = []
  for (const slug of ['own', 'text', 'far']) {
    addresses.push(findIn(await waitFor(`/posts/${slug}`, printed, before), printed))
  }
  await before.stop()
  rmSync(old.dataDir, { recursive: true })
  const after = await startSite(old, env)
  const [own = '', text = '', far = ''] = addresses
  expect((await after.get(own)).status).toBe(200)
  expect((await after.get(text)).status).toBe(200)
  await eventually(async () => expect((await after.get(far)).status).toBe(200))
  await after.stop()
  old.close()
})

it('asks nobody on this machine unless it is told that it may', async () => {
  const strict = createPaper({
    'posts/far.md': toPostText({ title: 'Far', image: `${pictures.url}/far.jpg` }),
  })
  const careful = await startSite(strict)
  const asked = pictures.asked.length
  const page = await (await careful.get('/posts/far')).text()
  await wait(1_500)
  expect(page).toContain('picture-awaited')
  expect(pictures.asked).toHaveLength(asked)
  await careful.stop()
  strict.close()
})
