import sharp from 'sharp'
import { checkPicture } from '#lib/pictures/derive/check-picture.ts'
import {
  GIF_AND_SCRIPT,
  makeGif,
  makeHalves,
  makeJpeg,
  makePngBomb,
  SVG_WITH_SCRIPT,
} from '../../../support/hostile-pictures.ts'

const format = (name: 'png' | 'webp' | 'avif' | 'gif') =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#336699' } })
    .toFormat(name)
    .toBuffer()

describe('a picture', () => {
  it.each(['png', 'webp', 'avif', 'gif'] as const)('may be %s', async (name) => {
    expect(await checkPicture(await format(name))).toMatchObject({
      format: name,
      width: 30,
      height: 20,
      frames: 1,
    })
  })

  it('is known by its bytes', async () => {
    const picture = await checkPicture(await makeJpeg(300, 200))
    expect(picture).toMatchObject({ format: 'jpeg', width: 300, height: 200 })
    expect(picture.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(picture.tone).toMatch(/^#(?:7f|80|81)(?:59|5a|5b)(?:3b|3c|3d)$/)
  })

  it('measures what it does when it stands upright', async () => {
    const sideways = await sharp(await makeJpeg(300, 200))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(await checkPicture(sideways)).toMatchObject({ width: 200, height: 300 })
  })

  it('lends no colour to its place when one can see through it', async () => {
    const glass = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#ff000040' } })
      .png()
      .toBuffer()
    expect(await checkPicture(glass)).toMatchObject({ tone: '' })
  })

  it('may move, within reason', async () => {
    expect(await checkPicture(makeGif(12))).toMatchObject({ format: 'gif', frames: 12 })
  })
})

describe('what is no picture, or too much of one', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'it is empty'],
    ['a page', Buffer.from('<!doctype html><title>Not found</title>'), 'it is not a JPEG, PNG'],
    ['an SVG with a script', SVG_WITH_SCRIPT, 'it is not a JPEG, PNG'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'it is not a JPEG, PNG'],
    ['a GIF that is a script', GIF_AND_SCRIPT, 'header cannot be read'],
    ['a WAVE file in a RIFF like WebP', Buffer.from('RIFF\x10\0\0\0WAVEfmt '), 'it is not a JPEG, PNG'],
    ['a PNG of 50,000 × 50,000', makePngBomb(50_000, 50_000), 'it has 50000 × 50000 pixels'],
    ['a PNG of 7,700 × 7,700 with nothing in it', makePngBomb(7_700, 7_700), 'it is broken'],
    ['a tracking dot', makeGif(1, 1), 'a tracking dot'],
    ['a GIF of 10,000 frames', makeGif(10_000), 'it has 10000 frames'],
  ])('is refused: %s', async (_what, bytes, message) => {
    await expect(checkPicture(bytes)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      lasting: true,
    })
  })

  it('is refused: a picture broken off in the middle', async () => {
    const whole = await sharp(await makeHalves(600, 400))
      .jpeg({ quality: 100 })
      .toBuffer()
    await expect(checkPicture(whole.subarray(0, whole.length / 2))).rejects.toThrow('it is broken')
  })
})

it('takes nothing along of what a picture hides', async () => {
  const { derivePicture } = await import('#lib/pictures/derive/derive-picture.ts')
  const polyglot = Buffer.concat([
    await makeJpeg(300, 200),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ])
  const output = { shape: 'whole', format: 'jpg', width: 300, height: 200 } as const
  const derived = Buffer.from(await derivePicture(polyglot, { width: 300, height: 200 }, output, null))
  expect(derived.includes('<script>')).toBe(false)
  expect((await sharp(derived).metadata()).exif).toBeUndefined()
})
