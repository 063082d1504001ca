import subsetFont from 'subset-font'
import { listRequiredCharacters } from './alphabets.ts'
import { LATIN_TEXT } from './latin-text.ts'

/** How a font is cut. `weight` pins a variable font to one weight, or to a range. */
export type CutOptions = {
  /** BCP 47 tags: their letters are kept. */
  languages: readonly string[]
  /** Other characters to keep. */
  text: string
  weight: number | { min: number; max: number } | null
  /** The axes the font has, with where each stands by itself. */
  axes: Readonly<Record<string, number>>
}

/** What pages set and joined scripts need; not a font's stylistic sets, small capitals and fractions. */
const FEATURES = [
  ...['kern', 'liga', 'lnum', 'tnum', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'calt', 'curs'],
  ...['init', 'medi', 'fina', 'isol', 'dist', 'abvm', 'blwm', 'akhn', 'half', 'pres', 'rphf', 'blwf', 'psts'],
]

/**
 * Cuts a font to the letters of some languages, western Europe's and newspapers' punctuation, and drops what pages do not use.
 * WOFF2.
 *
 * @throws {Error} when the bytes are no font
 */
export function cutFont(bytes: Buffer, { languages, text, weight, axes }: CutOptions): Promise<Buffer> {
  const letters = languages.flatMap(listRequiredCharacters).join('')
  const pinned = Object.entries(axes).map(([axis, standard]) =>
    axis === 'wght' && weight !== null ? [axis, weight] : [axis, standard],
  )
  return subsetFont(bytes, LATIN_TEXT + letters + text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: FEATURES,
    variationAxes: Object.fromEntries(pinned),
  })
}

/**
 * A variable font at one weight, as TrueType or OpenType, every glyph kept.
 *
 * @throws {Error} when the bytes are no font
 */
export function pinWeight(bytes: Buffer, weight: number): Promise<Buffer> {
  const options = { targetFormat: 'truetype', keepAllGlyphs: true, variationAxes: { wght: weight } } as const
  return subsetFont(bytes, '', options)
}
