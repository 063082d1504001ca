import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { getRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import { downloadDue, toRetryDelay, toRevalidateDelay } from '#lib/picture-service/download-due.ts'
import { getPicture } from '#lib/picture-service/get-picture.ts'
import { describePictureResponse } from '#lib/picture-service/picture-response.ts'
import { getPictureService } from '#lib/picture-service/picture-service.ts'
import { toCardPath } from '#lib/pictures/card/card-path.ts'
import { getPictureState, keepPicture, listDuePictures } from '#lib/pictures/registry/pictures.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { getShareImage } from '#lib/seo/preview-image.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { makeJpeg, SVG_WITH_SCRIPT } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { drip, type PictureServer, redirectTo, startPictureServer } from '../../support/picture-server.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const RULES = { allowHosts: [], allowLoopback: true }
const paper = setUpPaper({
  'posts/near.md': toPostText({ title: 'Near', image: '/media/near.jpg', section: 'Harbour' }),
  'posts/plain.md': toPostText({ title: 'Plain', section: 'Harbour' }),
  'posts/hidden.md': toPostText({ title: 'Hidden', date: '2099-01-01' }),
})

let server: PictureServer
const getDesk = (index: Index) => getPictureService(index, process.env.DATA_DIR ?? '')

beforeAll(async () => {
  server = await startPictureServer({
    '/far.jpg': await makeJpeg(800, 600),
    '/evil.svg': SVG_WITH_SCRIPT,
    '/inward': redirectTo('http://169.254.169.254/latest/'),
    '/drip': drip,
  })
  paper.write('media/near.jpg', await makeJpeg(1400, 900))
  for (const name of ['far.jpg', 'evil.svg', 'inward', 'gone.jpg']) {
    paper.write(`posts/${name.split('.')[0]}.md`, toPostText({ title: name, image: `${server.url}/${name}` }))
  }
})
afterAll(() => server.close())

async function getOgPath(slug: string): Promise<string> {
  const post = await getPost(slug, NOW)
  if (post === null) throw new Error(`no story ${slug}`)
  return getShareImage(post, await getSite()).url
}

const answer = (address: string) => getPicture(peekIndex(), address, NOW)

describe('a derived picture', () => {
  it('is made when it is asked for, kept on disk, and the same ever after', async () => {
    const address = await getOgPath('near')
    const made = await answer(address)
    expect(await sharp(made?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(readdirSync(path.join(process.env.DATA_DIR ?? '', 'pictures'))).toEqual([
      `${address.split('/')[3]}-og.jpg`,
    ])
    expect((await answer(address))?.bytes).toBe(made?.bytes)
  })

  it('is made once for all who ask at the same time', async () => {
    const address = (await getOgPath('near')).replace('og.jpg', '800.avif')
    const answers = await Promise.all(Array.from({ length: 20 }, () => answer(address)))
    expect(new Set(answers.map((one) => one?.bytes)).size).toBe(1)
  })

  it.each(['801.avif', '9999.jpg', '800.gif', 'og.avif', '../near.jpg', '800.avif/x', ''])(
    'is not to be had as %s',
    async (name) => {
      const address = (await getOgPath('near')).replace('og.jpg', name)
      expect(await answer(address)).toBeNull()
    },
  )

  it('is not to be had under its own name', async () => {
    expect(await answer('/media/near.jpg')).toBeNull()
  })
})

describe('a picture of another site', () => {
  it('comes in the background, and the pages that show it change', async () => {
    expect(await getOgPath('far')).toMatch(/^\/media\/card\/far\//)
    const revision = getRevision(peekIndex())
    await downloadDue(peekIndex(), getDesk(peekIndex()), RULES)
    expect(getRevisionOfTags(peekIndex(), ['post:far'])).toBeGreaterThan(revision)
    expect(getRevisionOfTags(peekIndex(), ['all:'])).toBeGreaterThan(revision)
    const address = await getOgPath('far')
    expect(await sharp((await answer(address))?.bytes).metadata()).toMatchObject({ width: 1200, height: 630 })
    expect(server.asked).toEqual(['/far.jpg'])
  })

  it.each([
    ['evil', 'it is not a JPEG'],
    ['inward', '169.254.169.254 is not on the public internet'],
    ['gone', 'the server answered 404'],
  ])('that cannot be had is reported once, and its page stands: %s', async (slug, message) => {
    await getPost(slug, NOW)
    await downloadDue(peekIndex(), getDesk(peekIndex()), RULES)
    const problems = listProblems(peekIndex(), { file: `posts/${slug}.md`, step: 'picture' })
    expect(problems).toMatchObject([{ severity: 'warning', message: expect.stringContaining(message) }])
    expect(listDuePictures(peekIndex(), new Date(), 9)).toEqual([])
    expect(await getOgPath(slug)).toMatch(new RegExp(`^/media/card/${slug}/`))
  })

  it('is tried again later each time', () => {
    const delays = [1, 2, 3, 20].map((tries) => toRetryDelay(tries, { lasting: false }) / 1000)
    expect(delays).toEqual([30, 60, 120, 6 * 60 * 60])
    expect(toRetryDelay(1, { lasting: true }) / 1000).toBe(24 * 60 * 60)
  })

  it('is not fetched for a story that is gone by then', async () => {
    paper.write('posts/brief.md', toPostText({ title: 'Brief', image: `${server.url}/brief.jpg` }))
    await paper.sync()
    await getPost('brief', NOW)
    paper.remove('posts/brief.md')
    await paper.sync()
    await downloadDue(peekIndex(), getDesk(peekIndex()), RULES)
    expect(server.asked).not.toContain('/brief.jpg')
  })
})

describe('a picture of another site that was had', () => {
  let version: { etag: string; bytes: Uint8Array } = { etag: '"one"', bytes: Buffer.alloc(0) }
  let conditions: (string | undefined)[] = []
  let isDown = false
  const source = () => `${server.url}/moving.jpg`

  const lookAgain = async () => {
    keepPicture(peekIndex(), source(), { due: 0, tries: 0 })
    await downloadDue(peekIndex(), getDesk(peekIndex()), RULES)
    const state = getPictureState(peekIndex(), source())
    return { width: state?.known?.width, fault: state?.fault, tries: state?.tries }
  }

  beforeAll(async () => {
    version.bytes = await makeJpeg(700, 500)
    server.answer('/moving.jpg', (response, { headers }) => {
      conditions.push(headers['if-none-match'])
      if (isDown) response.writeHead(500).end()
      else if (headers['if-none-match'] === version.etag) response.writeHead(304).end()
      else response.writeHead(200, { etag: version.etag }).end(version.bytes)
    })
    paper.write('posts/moving.md', toPostText({ title: 'Moving', image: source() }))
    await paper.sync()
    await getPost('moving', NOW)
    await downloadDue(peekIndex(), getDesk(peekIndex()), RULES)
  })
  beforeEach(() => {
    conditions = []
  })

  it('is not due again for a day', () => {
    const soon = new Date(Date.now() + 23 * 60 * 60 * 1_000)
    expect(listDuePictures(peekIndex(), soon, 99)).not.toContain(source())
  })

  it('is asked for with its version, and no page changes while it is the same', async () => {
    const revision = getRevision(peekIndex())
    expect(await lookAgain()).toEqual({ width: 700, fault: null, tries: 1 })
    expect(conditions).toEqual(['"one"'])
    expect(getRevision(peekIndex())).toBe(revision)
  })

  it('stays when its site fails', async () => {
    isDown = true
    expect(await lookAgain()).toEqual({ width: 700, fault: null, tries: 1 })
    isDown = false
    expect(await answer(await getOgPath('moving'))).not.toBeNull()
  })

  it('makes way for another one, whose pages then show that', async () => {
    const before = await getOgPath('moving')
    version = { etag: '"two"', bytes: await makeJpeg(900, 600) }
    expect(await lookAgain()).toEqual({ width: 900, fault: null, tries: 0 })
    expect(await getOgPath('moving')).not.toBe(before)
    expect(await answer(before)).toBeNull()
  })

  it('is asked for less often the longer it was the same', () => {
    expect([1, 2, 3, 9].map((tries) => toRevalidateDelay(tries) / 86_400_000)).toEqual([2, 4, 8, 32])
  })
})

describe('a card', () => {
  it('is drawn for a story without a picture', async () => {
    const address = await getOgPath('plain')
    expect(address).toMatch(/^\/media\/card\/plain\/[0-9a-f]{20}\.jpg$/)
    const card = await answer(address)
    expect(await sharp(card?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(card?.bytes.length).toBeLessThan(300_000)
  })

  it('is not to be had for other words, nor for what the public may not see', async () => {
    const address = await getOgPath('plain')
    const site = await getSite()
    const hidden = {
      slug: 'hidden',
      title: 'Hidden',
      section: null,
      language: 'en',
      direction: 'ltr',
    } as const
    expect(await answer(address.replace('/plain/', '/near/'))).toBeNull()
    expect(await answer(`/media/card/plain/${'0'.repeat(20)}.jpg`)).toBeNull()
    expect(await answer(toCardPath(hidden, site))).toBeNull()
  })
})

describe('what is sent', () => {
  const picture = { type: 'image/avif', etag: '"k-800.avif"', bytes: Buffer.from('picture') }

  it('may be kept for ever', () => {
    expect(describePictureResponse(picture, {})).toMatchObject({
      status: 200,
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'image/avif',
        'content-length': '7',
      },
    })
  })

  it.each(['"k-800.avif"', 'W/"k-800.avif"', '"a", "k-800.avif"', '*'])(
    'is not sent again to who holds it: %s',
    (tags) => {
      expect(describePictureResponse(picture, { 'if-none-match': tags })).toMatchObject({
        status: 304,
        body: null,
      })
    },
  )

  it('has no date of its own', () => {
    const conditions = { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }
    expect(describePictureResponse(picture, conditions).status).toBe(200)
  })

  it('may not be kept when there is nothing', () => {
    expect(describePictureResponse(null, { 'if-none-match': '*' })).toMatchObject({
      status: 404,
      headers: { 'cache-control': 'no-store' },
    })
  })
})
