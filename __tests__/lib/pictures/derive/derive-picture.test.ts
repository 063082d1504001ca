import sharp from 'sharp'
import { derivePicture } from '#lib/pictures/derive/derive-picture.ts'
import { makeHalves, makeJpeg, makeNoise } from '../../../support/hostile-pictures.ts'

describe('derivePicture', () => {
  it.each([
    ['avif', 'heif'],
    ['webp', 'webp'],
    ['jpg', 'jpeg'],
  ] as const)('makes %s', async (format, name) => {
    const output = { shape: 'whole', format, width: 320, height: 213 } as const
    const bytes = await derivePicture(await makeJpeg(600, 400), { width: 600, height: 400 }, output, null)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: name, width: 320, height: 213 })
  })

  it.each([
    ['red', { x: 0.1, y: 0.5 }, [255, 0, 0]],
    ['blue', { x: 0.9, y: 0.5 }, [0, 0, 255]],
  ])('cuts to the %s side when that is the point', async (_colour, focus, expected) => {
    const output = { shape: '1x1', format: 'jpg', width: 200, height: 200 } as const
    const size = { width: 800, height: 200 }
    const bytes = await derivePicture(await makeHalves(800, 200), size, output, focus)
    const pixel = await sharp(bytes).resize(1, 1).raw().toBuffer()
    expect([...pixel].map((part) => Math.round(part / 255) * 255)).toEqual(expected)
  })

  it('keeps what is shared below its limit, however hard the picture is to squeeze', async () => {
    const output = { shape: 'og', format: 'jpg', width: 1200, height: 630, mostBytes: 300_000 } as const
    const size = { width: 1600, height: 1067 }
    const bytes = await derivePicture(await makeNoise(1600, 1067), size, output, null)
    expect(bytes.length).toBeLessThanOrEqual(300_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  })

  it('stands a picture upright that was taken sideways', async () => {
    const sideways = await sharp(await makeJpeg(300, 200))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const output = { shape: 'whole', format: 'webp', width: 120, height: 180 } as const
    const bytes = await derivePicture(sideways, { width: 200, height: 300 }, output, null)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 120, height: 180 })
  })
})
