import type { Font } from 'fontkit'
import { findFont } from './fonts.ts'
import type { TextStyle } from './shape-line.ts'

/** A square by its middle, in the drawing's units. */
export type Square = { x: number; y: number; size: number }

/**
 * A paper's initial as SVG, as large as fits into a square and in its middle: a paper's emblem where it has no logo. Null when
 * its name has no letter or figure that a font has.
 */
export function drawInitial(
  paper: string,
  { language, face, font }: Omit<TextStyle, 'direction'>,
  { x, y, size }: Square,
  fill: string,
): string | null {
  const initial = findInitial(paper, language)
  const found = initial === null ? null : pickFont(initial, language, face, font)
  const glyph = initial === null ? undefined : found?.layout(initial).glyphs[0]
  if (glyph === undefined) return null
  const { minX, minY, maxX, maxY } = glyph.path.bbox
  const scale = size / Math.max(maxX - minX, maxY - minY)
  if (!Number.isFinite(scale)) return null
  const left = x - ((minX + maxX) / 2) * scale
  const baseline = y + ((minY + maxY) / 2) * scale
  return `<path d="${glyph.path.toSVG()}" transform="translate(${left.toFixed(2)} ${baseline.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" fill="${fill}"/>`
}

function pickFont(initial: string, language: string, face: TextStyle['face'], font?: Font): Font | null {
  if (font?.hasGlyphForCodePoint(initial.codePointAt(0) ?? 0) === true) return font
  return findFont(initial, language, face)
}

/** The first letter or figure of a name, as a capital; an article is no part of what a paper is called by. */
function findInitial(paper: string, language: string): string | null {
  const words = paper.trim().split(/\s+/)
  const [first = '', second] = words
  const word = second !== undefined && ARTICLES.has(first.toLowerCase()) ? words.slice(1).join(' ') : paper
  const [initial = null] = /[\p{L}\p{N}]/u.exec(word.normalize('NFC')) ?? []
  return initial === null ? null : ([...initial.toLocaleUpperCase(language)][0] ?? null)
}

const ARTICLES = new Set([
  ...['the', 'der', 'die', 'das', 'le', 'la', 'les', 'el', 'los', 'las', 'il', 'lo', 'gli', 'os', 'as'],
  ...['de', 'het', 'den', 'det'],
])
