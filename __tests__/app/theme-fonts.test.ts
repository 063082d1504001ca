import type { CustomFace } from '#lib/config/custom-faces.ts'
import { defaultSite } from '#lib/config/site.ts'
import { DISPLAY_FACE_URL, TEXT_FACE_URL } from '../../app/_styles/font-files.ts'
import { buildThemeCss } from '../../app/_theme/build-theme-css.ts'
import { listFirstFonts } from '../../app/_theme/first-fonts.ts'

type File = CustomFace['files'][number]

const makeFile = (name: string, given: Partial<File> = {}): File => ({
  file: `fonts/${name}.woff2`,
  hash: 'a'.repeat(64),
  url: `/media/face/${name}.woff2`,
  format: 'woff2',
  bytes: 10_000,
  weights: [400, 400],
  style: 'normal',
  ...given,
})

const makeFace = (...files: File[]): CustomFace => ({
  files,
  ascent: 1,
  descent: 0.25,
  lineGap: 0,
  xHeight: 0.5,
  width: 0.5,
  isSans: false,
})

const asked = (...names: string[]) => names.map((name) => ({ file: `fonts/${name}.woff2` }))
const makeSite = (
  fonts: (typeof defaultSite)['theme']['fonts'],
  faces: NonNullable<(typeof defaultSite)['faces']>,
) => ({ theme: { ...defaultSite.theme, fonts }, faces })

const listRules = (css: string) => css.match(/@font-face\{[^}]*\}/g) ?? []

it('declares the fonts of a text, and borrows the headlines’ font for bold words', () => {
  const italic = makeFile('italic', { style: 'italic' })
  const site = makeSite(
    { text: asked('regular', 'italic'), display: asked('head') },
    {
      text: makeFace(makeFile('regular'), italic),
      display: makeFace(makeFile('head', { weights: [700, 700] })),
    },
  )
  const rules = listRules(buildThemeCss(site))
  expect(rules.filter((rule) => !rule.includes('local('))).toEqual([
    '@font-face{font-family:"Custom Display";font-weight:1 1000;font-display:optional;src:url(/media/face/head.woff2)format("woff2")}',
    '@font-face{font-family:"Custom Text";font-weight:400;font-display:optional;src:url(/media/face/regular.woff2)format("woff2")}',
    '@font-face{font-family:"Custom Text";font-style:italic;font-weight:400;font-display:optional;src:url(/media/face/italic.woff2)format("woff2")}',
    '@font-face{font-family:"Custom Text";font-weight:700;size-adjust:100.0%;font-display:optional;src:url(/media/face/head.woff2)format("woff2")}',
  ])
  expect(listFirstFonts(site)).toEqual([
    { url: '/media/face/regular.woff2', type: 'font/woff2' },
    { url: '/media/face/head.woff2', type: 'font/woff2' },
  ])
})

it('borrows none where a font of the text is bold', () => {
  const bold = makeFile('bold', { weights: [700, 700] })
  const css = buildThemeCss(
    makeSite(
      { text: asked('regular', 'bold'), display: 'own' },
      { text: makeFace(makeFile('regular'), bold) },
    ),
  )
  expect(css.match(/font-weight:700/g)).toHaveLength(1)
  expect(css).not.toContain(DISPLAY_FACE_URL)
})

it('sets bold words of the built-in text in the paper’s font of headlines', () => {
  const css = buildThemeCss(
    makeSite({ text: 'own', display: asked('head') }, { display: makeFace(makeFile('head')) }),
  )
  const family = listRules(css).filter((rule) => rule.includes('"Custom Text"'))
  expect(family.map((rule) => /src:url\(([^)]*)/.exec(rule)?.[1])).toEqual([
    TEXT_FACE_URL,
    expect.stringContaining('/fonts/text-italic-'),
    '/media/face/head.woff2',
  ])
  expect(css).toContain('--font-text:"Custom Text","Text Georgia"')
  expect(css).not.toContain('--font-caps')
})

it('stands fonts without serifs in for one that has none, at its width and height', () => {
  const face = { ...makeFace(makeFile('head')), isSans: true }
  const css = buildThemeCss(makeSite({ text: 'serif', display: asked('head') }, { display: face }))
  expect(css).toContain(
    '--font-display:"Custom Display","Custom Display Arial","Custom Display Roboto","Custom Display DejaVu",sans-serif',
  )
  expect(listRules(css).find((rule) => rule.includes('Display Roboto'))).toMatch(
    /ascent-override:\d+.*size-adjust:110\.\d+%/,
  )
})

it('shows the built-in faces where no font can be used', () => {
  const site = { theme: { ...defaultSite.theme, fonts: { text: asked('regular'), display: asked('head') } } }
  expect(buildThemeCss(site)).toBe('')
  expect(listFirstFonts(site)).toEqual(listFirstFonts(defaultSite))
})

it('changes nothing of a paper that names no fonts', () => {
  expect(buildThemeCss(defaultSite)).toBe('')
  expect(listFirstFonts(defaultSite).map(({ url }) => url)).toEqual([
    TEXT_FACE_URL,
    expect.stringContaining('/fonts/caps-'),
    DISPLAY_FACE_URL,
  ])
})
