import arial from '@capsizecss/metrics/arial'
import brygada from '@capsizecss/metrics/brygada1918'
import georgia from '@capsizecss/metrics/georgia'
import notoSerif from '@capsizecss/metrics/notoSerif'
import roboto from '@capsizecss/metrics/roboto'
import vollkorn from '@capsizecss/metrics/vollkorn'
import { measureFace } from '#lib/fonts/measure-face.ts'
import { openFont } from '#lib/fonts/open-font.ts'
import { getOverrides, SANS, SERIFS } from '#lib/fonts/stand-ins.ts'
import { readFontPackage } from '../../support/fonts.ts'

type Metrics = typeof vollkorn

it.each([
  ['Georgia', SERIFS, georgia],
  ['Noto', SERIFS, notoSerif],
  ['Arial', SANS, arial],
  ['Roboto', SANS, roboto],
])('knows how wide %s is, and how far apart its lines', (name, fonts, { xWidthAvg, lineGap, unitsPerEm }) => {
  const font = fonts.find((each) => each.name === name)
  expect(font?.width).toBe(xWidthAvg / unitsPerEm)
  expect(font?.lineGap).toBe(name === 'Noto' ? 0 : lineGap / unitsPerEm)
})

it.each<[string, Metrics]>([
  ['vollkorn-latin-400-normal', vollkorn],
  ['noto-serif-latin-400-normal', notoSerif],
  ['brygada-1918-latin-400-normal', brygada],
])('measures %s as Capsize does', (name, metrics) => {
  const opened = openFont(readFontPackage(name))
  if ('reason' in opened) throw new Error(opened.reason)
  const { ascent, descent, lineGap, xHeight, unitsPerEm, xWidthAvg } = metrics
  const measured = measureFace(opened.font)
  expect(measured).toMatchObject({
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
    xHeight: xHeight / unitsPerEm,
    isSans: false,
  })
  expect(Math.abs((measured.width ?? 0) / (xWidthAvg / unitsPerEm) - 1)).toBeLessThan(0.01)
})

it('has no width of a face without Latin letters', () => {
  const opened = openFont(readFontPackage('noto-serif-cyrillic-400-normal'))
  expect('font' in opened && measureFace(opened.font).width).toBeNull()
})

it('brings a stand-in to the size and height of the face', () => {
  const face = { ascent: 1, descent: 0.25, lineGap: 0, width: 0.5 }
  expect(getOverrides(face, { width: 0.4, boldWidth: 1.25, lineGap: 0 }, 'regular')).toEqual({
    'ascent-override': '80%',
    'descent-override': '20%',
    'size-adjust': '125%',
  })
  expect(getOverrides(face, { width: 0.4, boldWidth: 1.25, lineGap: 0.03 }, 'bold')).toEqual({
    'ascent-override': '100%',
    'descent-override': '25%',
    'line-gap-override': '0%',
    'size-adjust': '100%',
  })
})
