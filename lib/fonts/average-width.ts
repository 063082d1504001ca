import type { Font } from 'fontkit'

/**
 * How often characters come in running Latin text, in ten-thousandths: the sample that Capsize measures fonts by, so that
 * widths can be compared with its figures of the fonts that systems have.
 *
 * @see https://github.com/seek-oss/capsize/blob/master/packages/unpack/src/weightings.ts
 */
const WEIGHTS = [
  [' ', 1540],
  ...toWeights(
    'etaionrshldcumfpgybwvkxzjq',
    [
      922, 672, 668, 588, 571, 578, 526, 469, 351, 304, 298, 232, 207, 181, 170, 163, 155, 123, 114, 110, 76,
      46, 25, 11, 9, 8,
    ],
  ),
  ...toWeights(
    'TSACMPINBURWGHDLFJEKVYQ',
    [41, 41, 40, 31, 25, 23, 22, 14, 20, 16, 15, 12, 11, 13, 13, 12, 15, 9, 11, 7, 5, 3, 1],
  ),
  ...toWeights('0123456789', [53, 23, 26, 10, 8, 15, 7, 5, 7, 6]),
  ...toWeights(',.-\'"()', [83, 79, 18, 14, 12, 10, 10]),
] as const

/** The width of an average Latin character, in ems; null where a font has no Latin letters. */
export function getAverageWidth(font: Font): number | null {
  if (!font.hasGlyphForCodePoint(0x65)) return null
  let sum = 0
  let weights = 0
  for (const [character, weight] of WEIGHTS) {
    const point = character.codePointAt(0) ?? 0
    if (!font.hasGlyphForCodePoint(point)) continue
    sum += font.glyphForCodePoint(point).advanceWidth * weight
    weights += weight
  }
  return sum / weights / font.unitsPerEm
}

function toWeights(characters: string, weights: readonly number[]): (readonly [string, number])[] {
  return [...characters].map((character, at) => [character, weights[at] ?? 0] as const)
}
