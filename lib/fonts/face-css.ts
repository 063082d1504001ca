import type { CustomFace, FontFile } from '#lib/config/custom-faces.ts'
import { LATIN_RANGE } from './latin-text.ts'
import { declareStandIns, listStandInNames } from './stand-ins.ts'

/** From this weight on a face does for bold words and small capitals. */
const BOLD = 600

/** Where bold words of a text come from that has no bold font: the headlines' font, its URL and its height. */
export type BoldSource = { src: string; xHeight: number }

/** The files of the built-in text face, its height, and the families that stand in for it. */
export type BuiltInText = { regular: string; italic: string; xHeight: number; standIns: readonly string[] }

/** `--font-text`'s value, and the `@font-face` rules that it needs. */
export type FaceCss = { family: string; rules: string[] }

/**
 * A text face. Bold words are set in the headlines' font, at the height of the text, where no font of the text is bold: as the
 * built-in faces have it.
 */
export function declareText(face: CustomFace, bold: BoldSource | null): FaceCss {
  const hasBold = face.files.some(({ style, weights }) => style === 'normal' && weights[1] >= BOLD)
  const rules = face.files.map((file) => declareFont('Custom Text', file, toWeight(file.weights)))
  const borrowed = hasBold || bold === null ? [] : [declareBold(face, bold)]
  return toFaceCss('Custom Text', face, 'regular', [...rules, ...borrowed])
}

/** A face for headlines. A single upright font is set as it is, whatever weight is asked for: never made bolder by a browser. */
export function declareDisplay(face: CustomFace): FaceCss {
  const isAlone = face.files.filter(({ style }) => style === 'normal').length === 1
  const rules = face.files.map((file) =>
    declareFont('Custom Display', file, isAlone ? '1 1000' : toWeight(file.weights)),
  )
  return toFaceCss('Custom Display', face, 'bold', rules)
}

/** The built-in text face with its bold words in the paper's own font: `--font-text`'s family of its own. */
export function declareBuiltInText(text: BuiltInText, bold: BoldSource): FaceCss {
  const range: [string, string] = ['unicode-range', LATIN_RANGE]
  return {
    family: ['"Custom Text"', ...text.standIns].join(),
    rules: [
      declareRule('Custom Text', [['font-weight', '400'], range], toWoff2(text.regular)),
      declareRule(
        'Custom Text',
        [['font-style', 'italic'], ['font-weight', '400'], range],
        toWoff2(text.italic),
      ),
      declareBold(text, bold),
    ],
  }
}

/** A font of ours, as the value of `src`. */
export function toWoff2(url: string): string {
  return `url(${url})format("woff2")`
}

function declareBold(text: { xHeight: number }, { src, xHeight }: BoldSource): string {
  const size = ((text.xHeight / xHeight) * 100).toFixed(1)
  return declareRule(
    'Custom Text',
    [
      ['font-weight', '700'],
      ['size-adjust', `${size}%`],
    ],
    src,
  )
}

export function toBoldSource(face: CustomFace): BoldSource | null {
  const file = findHeadlineFont(face)
  return file === undefined ? null : { src: toSrc(file), xHeight: face.xHeight }
}

/** The fonts that a page's first lines are set in. */
export function listFirstFonts(face: CustomFace): FontFile[] {
  return face.files.filter(({ style }) => style === 'normal')
}

/** The upright font that is nearest to a bold one. */
export function findHeadlineFont({ files }: CustomFace): FontFile | undefined {
  const upright = files.filter(({ style }) => style === 'normal')
  return upright.find(({ weights }) => weights[1] >= BOLD) ?? upright[0]
}

function toFaceCss(family: string, face: CustomFace, cut: 'regular' | 'bold', rules: string[]): FaceCss {
  const generic = face.isSans ? 'sans-serif' : 'serif'
  const names = [family, ...listStandInNames(family, face)].map((name) => `"${name}"`)
  return { family: [...names, generic].join(), rules: [...rules, ...declareStandIns(family, face, cut)] }
}

function declareFont(family: string, file: FontFile, weight: string): string {
  const style: [string, string][] = file.style === 'normal' ? [] : [['font-style', file.style]]
  return declareRule(family, [...style, ['font-weight', weight]], toSrc(file))
}

/** `optional`, like the built-in faces: docs/decisions/0015-first-visit-fonts.md. */
function declareRule(family: string, descriptors: readonly [string, string][], src: string): string {
  const lines = [['font-family', `"${family}"`], ...descriptors, ['font-display', 'optional'], ['src', src]]
  return `@font-face{${lines.map(([name, value]) => `${name}:${value}`).join(';')}}`
}

function toSrc({ url, format }: FontFile): string {
  return `url(${url})format("${format}")`
}

function toWeight([lightest, heaviest]: FontFile['weights']): string {
  return lightest === heaviest ? String(lightest) : `${lightest} ${heaviest}`
}
