import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { eventually } from '../support/eventually.ts'
import {
  GIF_AND_SCRIPT,
  makeGif,
  makeHalves,
  makeJpeg,
  makePngBomb,
  SVG_WITH_SCRIPT,
} from '../support/hostile-pictures.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import {
  drip,
  type PictureServer,
  redirectTo,
  startPictureServer,
  streamForEver,
} from '../support/picture-server.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const MAX_MEGABYTES_ABOVE_IDLE = 200

const paper = createPaper()
let attacks: string[]
let pictures: PictureServer
let site: SiteServer

beforeAll(async () => {
  const answers = await listAttacks()
  attacks = Object.keys(answers)
  pictures = await startPictureServer(answers)
  for (const path of attacks) paper.write(`posts/plain${toSlug(path)}.md`, toPostText({ title: path }))
  site = await startSite(paper, { PICTURES_ALLOW_LOOPBACK: '1' })
})
afterAll(async () => {
  await site.stop()
  await pictures.close()
  paper.close()
})

async function listAttacks() {
  const whole = await sharp(await makeHalves(3000, 2000))
    .jpeg({ quality: 100 })
    .toBuffer()
  return {
    ...Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`/endless-${place}`, streamForEver])),
    '/large.jpg': Buffer.concat([await makeJpeg(6000, 4000), Buffer.alloc(14_000_000)]),
    '/bomb.png': makePngBomb(50_000, 50_000),
    '/hollow.png': makePngBomb(7_700, 7_700),
    '/frames.gif': makeGif(10_000),
    '/script.svg': SVG_WITH_SCRIPT,
    '/polyglot.gif': GIF_AND_SCRIPT,
    '/page.jpg': Buffer.from('<!doctype html><title>Not a picture</title>'),
    '/truncated.jpg': whole.subarray(0, whole.length / 2),
    '/empty.jpg': Buffer.alloc(0),
    '/inward': redirectTo('http://169.254.169.254/latest/meta-data/'),
    '/drip': drip,
    '/silent': () => {},
  }
}

const toSlug = (path: string) => path.replace(/\W+/g, '-')

/** Opens a page again and again until `isOver`: how often, and the most memory there was meanwhile. */
async function watchPage(path: string, isOver: () => boolean) {
  let answers = 0
  let megabytes = 0
  while (!isOver()) {
    expect((await site.get(path)).status).toBe(200)
    answers += 1
    megabytes = Math.max(megabytes, getMegabytes())
    await wait(5)
  }
  return { answers, megabytes }
}

/** Resident memory of the server, as the kernel counts it. */
function getMegabytes(): number {
  const status = readFileSync(`/proc/${site.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** A server that has made as many pages before, so that what pages cost is not laid at the pictures' door. */
async function measureIdle(): Promise<number> {
  for (const path of attacks) await (await site.get(`/posts/plain${toSlug(path)}`)).text()
  const until = performance.now() + 5_000
  await watchPage('/posts/plain-drip', () => performance.now() > until)
  return getMegabytes()
}

it('keeps its memory and its readers while every picture it is to fetch is an attack', async () => {
  const idle = await measureIdle()
  for (const path of attacks) {
    paper.write(`posts/with${toSlug(path)}.md`, toPostText({ title: path, image: pictures.url + path }))
  }
  for (const path of attacks) {
    await eventually(async () => expect((await site.get(`/posts/with${toSlug(path)}`)).status).toBe(200))
  }
  const isOver = () => attacks.every((path) => pictures.asked.includes(path)) && pictures.countOpen() === 0
  const { answers, megabytes } = await watchPage('/posts/plain-drip', isOver)
  expect(megabytes - idle).toBeLessThanOrEqual(MAX_MEGABYTES_ABOVE_IDLE)
  expect(answers).toBeGreaterThan(10)
  expect(pictures.asked.filter((path) => !attacks.includes(path))).toEqual([])
  const html = await (await site.get('/posts/with-large-jpg')).text()
  expect(html).toContain('/800.avif')
})
