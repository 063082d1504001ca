import type { Font } from 'fontkit'
import type { CustomFace } from '#lib/config/custom-faces.ts'
import { getAverageWidth } from './average-width.ts'

/** The measures of a face, by its upright font. */
export function measureFace(font: Font): Omit<CustomFace, 'files'> {
  const em = font.unitsPerEm
  return {
    ascent: round(font.ascent / em),
    descent: round(Math.abs(font.descent) / em),
    lineGap: round(font.lineGap / em),
    xHeight: round(getXHeight(font) / em),
    width: roundOrNull(getAverageWidth(font)),
    isSans: isSans(font),
  }
}

/** Old fonts do not say it: there it is measured. */
function getXHeight(font: Font): number {
  const written: unknown = font.xHeight
  if (typeof written === 'number' && written > 0) return written
  return font.glyphForCodePoint(0x78).bbox.maxY
}

const PANOSE_TEXT = 2
const PANOSE_SANS = 11
const PANOSE_MAX_SANS = 15
const FAMILY_SANS = 8

/** Whether letters have no serifs: by the font's classification, else by its name. */
function isSans(font: Font): boolean {
  const { panose, sFamilyClass } = font['OS/2']
  const [kind, serifs = 0] = panose
  if (kind === PANOSE_TEXT && serifs > 1) return serifs >= PANOSE_SANS && serifs <= PANOSE_MAX_SANS
  if (sFamilyClass >> 8 !== 0) return sFamilyClass >> 8 === FAMILY_SANS
  return /sans|grotes[kq]|gothic|helvet|arial/i.test(font.familyName ?? '')
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function roundOrNull(value: number | null): number | null {
  return value === null ? null : round(value)
}
