import { getRevision } from '#lib/freshness/revision.ts'
import { getMeta } from '#lib/index/index-state.ts'
import { downloadDue } from '#lib/picture-service/download-due.ts'
import { getPicture } from '#lib/picture-service/get-picture.ts'
import { getPictureService } from '#lib/picture-service/picture-service.ts'
import type { FocalPoint } from '#lib/pictures/derive/crops.ts'
import { toPictureKey } from '#lib/pictures/derive/picture-key.ts'
import { getPictureState, listDuePictures } from '#lib/pictures/registry/pictures.ts'
import { runInWorker } from '#lib/queries/render/render-pool.ts'
import { getIndex, peekIndex } from '#lib/sync/open-index.ts'
import { sha256 } from '#lib/text/hash.ts'
import { eventually } from '../../support/eventually.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { type PictureServer, startPictureServer } from '../../support/picture-server.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const RULES = { allowHosts: [], allowLoopback: true }
const NO_PICTURE = '/media/p/0123456789abcdef0123/800.avif'
const paper = setUpPaper({
  'posts/own.md': toPostText({ title: 'Own', image: '{ src: /media/own.jpg, focalPoint: "20% 40%" }' }),
  'posts/text.md': toPostText({ title: 'Text' }, '<img src="/media/text.jpg" alt="Text">\n'),
  'posts/hidden.md': toPostText({ title: 'Hidden', date: '2099-01-01', image: '/media/hidden.jpg' }),
  'pages/about.md': '---\ntitle: About\n---\n\n![About](/media/page.jpg)\n',
  'authors/ada.md': '---\nname: Ada Quill\nimage: /media/author.jpg\n---\n\nWrites.\n',
})

const files = new Map<string, Buffer>()
let server: PictureServer

beforeAll(async () => {
  for (const [place, name] of ['own', 'text', 'hidden', 'page', 'author', 'far', 'new'].entries()) {
    files.set(name, await makeJpeg(400 + place, 300))
  }
  for (const name of ['own', 'text', 'hidden', 'page', 'author']) {
    paper.write(`media/${name}.jpg`, toBytes(name))
  }
  server = await startPictureServer({ '/far.jpg': toBytes('far') })
  paper.write('posts/far.md', toPostText({ title: 'Far', image: `${server.url}/far.jpg` }))
  // A search waits seconds at most: what it starts with a worker's modules is not what is looked at here.
  await runInWorker(await getIndex(), { kind: 'plain', text: 'Warm.', more: null })
})
afterAll(() => server.close())

const toBytes = (name: string) => files.get(name) ?? Buffer.alloc(0)
const toAddress = (name: string, focus: FocalPoint | null = null) =>
  `/media/p/${toPictureKey(sha256(toBytes(name)), focus)}/320.webp`
const answer = (address: string) => getPicture(peekIndex(), address, NOW)
const getDesk = () => getPictureService(peekIndex(), process.env.DATA_DIR ?? '')
const mayStartAgain = () => {
  getDesk().recall.next = 0
}

describe('a picture whose address nobody here has printed', () => {
  it('is found as long as something the public may see names it', async () => {
    const addresses = {
      own: toAddress('own', { x: 0.2, y: 0.4 }),
      text: toAddress('text'),
      page: toAddress('page'),
      author: toAddress('author'),
      hidden: toAddress('hidden'),
    }
    const found = await Promise.all(
      Object.entries(addresses).map(async ([name, address]) => [name, (await answer(address)) !== null]),
    )
    expect(Object.fromEntries(found)).toEqual({
      own: true,
      text: true,
      page: true,
      author: true,
      hidden: false,
    })
    expect(getPictureState(peekIndex(), '/media/hidden.jpg')).toBeNull()
  })

  it('is asked of its site again, and found once it came', async () => {
    const source = `${server.url}/far.jpg`
    await eventually(() => expect(listDuePictures(peekIndex(), new Date(), 9)).toEqual([source]))
    await downloadDue(peekIndex(), getDesk(), RULES)
    mayStartAgain()
    expect(await answer(toAddress('far'))).toMatchObject({ type: 'image/webp' })
  })

  it('is found when another instance printed it first', async () => {
    paper.write('media/new.jpg', toBytes('new'))
    paper.write('posts/new.md', toPostText({ title: 'New', image: '/media/new.jpg' }))
    await paper.sync()
    mayStartAgain()
    expect(await answer(toAddress('new'))).toMatchObject({ type: 'image/webp' })
  })
})

describe('an address somebody made up', () => {
  it('starts no search when all that is named is known', async () => {
    await eventually(() => expect(getMeta(peekIndex(), 'recalled')).toBe(String(getRevision(peekIndex()))))
    mayStartAgain()
    expect(await answer(NO_PICTURE)).toBeNull()
    expect(getDesk().recall.isUnderWay).toBe(false)
  })

  it('starts one search after a change, however many ask, and none soon after it', async () => {
    paper.write('posts/own.md', toPostText({ title: 'Own', image: '/media/own.jpg' }))
    await paper.sync()
    const many = Array.from({ length: 500 }, (_, place) =>
      answer(NO_PICTURE.replace('0123', String(1000 + place))),
    )
    expect(getDesk().recall).toMatchObject({ isUnderWay: true, waiting: 100 })
    expect(new Set(await Promise.all(many))).toEqual(new Set([null]))
    await eventually(() => expect(getDesk().recall).toMatchObject({ isUnderWay: false, waiting: 0 }))
    paper.write('posts/own.md', toPostText({ title: 'Own again', image: '/media/own.jpg' }))
    await paper.sync()
    expect(await answer(NO_PICTURE)).toBeNull()
    expect(getDesk().recall.isUnderWay).toBe(false)
  })
})
