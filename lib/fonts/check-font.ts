import type { Font } from 'fontkit'
import type { FontFile } from '#lib/config/custom-faces.ts'
import type { AskedFont } from '#lib/config/theme.ts'
import { listRequiredCharacters } from './alphabets.ts'
import type { FontFault } from './load-fonts.ts'

/** What a font says of itself. */
export type FontTraits = Pick<FontFile, 'weights' | 'style'>

export function getTraits(font: Font): FontTraits {
  const axis = font.variationAxes.wght
  const weight = clampWeight(font['OS/2'].usWeightClass)
  return {
    weights: axis === undefined ? [weight, weight] : [clampWeight(axis.min), clampWeight(axis.max)],
    style: isItalic(font) ? 'italic' : 'normal',
  }
}

/** Some old fonts count from 1 to 9. */
function clampWeight(written: number): number {
  const weight = written < 10 ? written * 100 : written
  return Math.min(1000, Math.max(1, Math.round(weight)))
}

function isItalic(font: Font): boolean {
  const { italic, oblique } = font['OS/2'].fsSelection
  return italic || oblique || font.italicAngle !== 0
}

/** What speaks against a font for what it is asked to be; null where nothing does. */
export function explainFont(font: Font, asked: AskedFont, language: string): FontFault | null {
  return (
    explainLicence(font) ?? explainTraits(getTraits(font), asked) ?? explainCoverage(font, language, asked)
  )
}

/**
 * The embedding permissions in the font itself. Preview & Print and Editable name documents and say nothing of sites: their
 * licences do.
 *
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/os2#fstype
 */
export function explainLicence(font: Font): FontFault | null {
  const { noEmbedding, viewOnly, editable, bitmapOnly } = font['OS/2'].fsType
  if (noEmbedding && !viewOnly && !editable)
    return {
      message: 'the font forbids embedding (OS/2 fsType: restricted licence)',
      hint: 'Ask whoever sold it for the file for websites, which says that it may be used so, or take another font',
    }
  if (bitmapOnly)
    return {
      message: 'the font lets only its bitmaps be embedded (OS/2 fsType)',
      hint: 'Ask whoever sold it for the file for websites, or take another font',
    }
  return null
}

function explainTraits({ weights, style }: FontTraits, asked: AskedFont): FontFault | null {
  const [lightest, heaviest] = weights
  if (asked.weight !== undefined && (asked.weight < lightest || asked.weight > heaviest)) {
    const has = lightest === heaviest ? `weight ${lightest}` : `weights ${lightest} to ${heaviest}`
    return {
      message: `the font has ${has}, not ${asked.weight}`,
      hint: `Name the file of weight ${asked.weight}, or leave weight: out`,
    }
  }
  if (asked.style === undefined || asked.style === style) return null
  return {
    message: style === 'italic' ? 'the font is italic' : 'the font is upright',
    hint: `Name the ${asked.style === 'italic' ? 'italic' : 'upright'} file, or leave style: out`,
  }
}

const MAX_NAMED = 12

function explainCoverage(font: Font, language: string, { file }: AskedFont): FontFault | null {
  const missing = listRequiredCharacters(language).filter(
    (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  )
  if (missing.length === 0) return null
  const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : ''
  return {
    message: `the font lacks characters of the paper’s language (${language}): ${missing.slice(0, MAX_NAMED).join(' ')}${more}`,
    hint: `Take a font that has them; if it was cut, cut ${file} again from the whole font: npx broadsheet fonts --help`,
  }
}
