import { fitShape, placeCrop } from '#lib/pictures/derive/crops.ts'
import { listWidths, parseOutputName, toSharedOutput } from '#lib/pictures/derive/outputs.ts'

const PHOTO = { width: 1600, height: 1067 }

it.each([
  [{ width: 1600, height: 1067 }, 'whole', { width: 1600, height: 1067 }],
  [{ width: 1600, height: 1200 }, '3x2', { width: 1600, height: 1067 }],
  [{ width: 1067, height: 1600 }, '1x1', { width: 1067, height: 1067 }],
  [{ width: 4000, height: 500 }, 'og', { width: 952, height: 500 }],
] as const)('fits into %j as %s: %j', (picture, shape, crop) => {
  expect(fitShape(picture, shape)).toEqual(crop)
})

it.each([
  ['the middle', { x: 0.5, y: 0.5 }, { left: 250, top: 0 }],
  ['the left', { x: 0.1, y: 0.5 }, { left: 0, top: 0 }],
  ['the right', { x: 0.95, y: 0.5 }, { left: 500, top: 0 }],
  ['between', { x: 0.4, y: 1 }, { left: 150, top: 0 }],
])('cuts around %s', (_name, focus, place) => {
  const crop = { width: 500, height: 500 }
  expect(placeCrop({ width: 1000, height: 500 }, crop, focus)).toEqual({ ...crop, ...place })
})

it.each([
  [PHOTO, 'whole', [120, 200, 320, 480, 800, 1200, 1600]],
  [{ width: 5000, height: 4000 }, 'whole', [120, 200, 320, 480, 800, 1200, 1600, 2400]],
  [{ width: 700, height: 300 }, '3x2', [120, 200, 320, 450]],
  [{ width: 60, height: 60 }, '1x1', [60]],
] as const)('keeps %j as %s in widths %j', (picture, shape, widths) => {
  expect(listWidths(picture, shape)).toEqual(widths)
})

it.each([
  ['800.avif', { shape: 'whole', format: 'avif', width: 800, height: 534 }],
  ['3x2-480.webp', { shape: '3x2', format: 'webp', width: 480, height: 320 }],
  ['1x1-1067.jpg', { shape: '1x1', format: 'jpg', width: 1067, height: 1067 }],
  ['og.jpg', { shape: 'og', format: 'jpg', width: 1200, height: 630, mostBytes: 300_000 }],
  ['16x9.jpg', { shape: '16x9', format: 'jpg', width: 1600, height: 900 }],
  ['4x3.jpg', { shape: '4x3', format: 'jpg', width: 1423, height: 1067 }],
  ['1x1.jpg', { shape: '1x1', format: 'jpg', width: 1067, height: 1067 }],
])('makes %s', (name, output) => {
  expect(parseOutputName(name, PHOTO)).toEqual(output)
})

it.each(['801.avif', '2400.avif', '800.png', '0800.avif', '16x9-800.avif', 'og.avif', 'whole.jpg', '-1.jpg'])(
  'does not make %s, which no page asks for',
  (name) => {
    expect(parseOutputName(name, PHOTO)).toBeNull()
  },
)

it.each([
  [
    { width: 5000, height: 4000 },
    { width: 1200, height: 630 },
  ],
  [
    { width: 1067, height: 1600 },
    { width: 1200, height: 630 },
  ],
  [
    { width: 601, height: 997 },
    { width: 1200, height: 630 },
  ],
  [
    { width: 500, height: 400 },
    { width: 500, height: 263 },
  ],
])('shares %j as %j: a small picture no larger than it is', (picture, size) => {
  expect(toSharedOutput(picture, 'og')).toMatchObject(size)
})
