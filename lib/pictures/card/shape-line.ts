import createBidi from 'bidi-js'
import type { Font } from 'fontkit'
import { type Face, findFont } from './fonts.ts'

/** A line of text as outlines, its origin at the left end of its baseline; in pixels at the size it was shaped for. */
export type ShapedLine = { width: number; paths: PlacedPath[] }
/** `path` is in the font's own units, y upwards; `scale` makes them pixels. */
export type PlacedPath = { path: string; x: number; y: number; scale: number }

export type Direction = 'ltr' | 'rtl'

/**
 * How a line is to be set. `tracking` is room between letters, in parts of their size; `font` the publisher's, for what it has
 * glyphs of.
 */
export type TextStyle = { language: string; direction: Direction; face: Face; tracking?: number; font?: Font }
type Run = { text: string; font: Font; level: number }

const bidi = createBidi()

/**
 * Shapes one line: joins Arabic letters, orders what runs the other way (https://www.unicode.org/reports/tr9/), and
 * gives each character a font that has it. Null when one has none.
 */
export function shapeLine(text: string, { size, ...style }: TextStyle & { size: number }): ShapedLine | null {
  const runs = splitRuns(text, style)
  if (runs === null) return null
  const line: ShapedLine = { width: 0, paths: [] }
  for (const run of toVisualOrder(runs)) addRun(line, run, size, style.tracking ?? 0)
  return line
}

/** Scripts whose letters stand apart; in others they join, or fill squares. */
const SPACED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]+$/u

function addRun(line: ShapedLine, { text, font, level }: Run, size: number, tracking: number): void {
  const apart = SPACED.test(text) ? tracking * size : 0
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(
    text,
    undefined,
    undefined,
    undefined,
    level % 2 === 1 ? 'rtl' : 'ltr',
  )
  for (const [place, glyph] of glyphs.entries()) {
    const position = positions[place]
    if (position === undefined) continue
    const x = line.width + position.xOffset * scale
    line.paths.push({ path: glyph.path.toSVG(), x, y: -position.yOffset * scale, scale })
    line.width += position.xAdvance * scale + apart
  }
}

/** Runs of one direction and one font. A space or a comma stays with the letters before it where their font has it. */
function splitRuns(text: string, { language, direction, face, font: own }: TextStyle): Run[] | null {
  const embedding = bidi.getEmbeddingLevels(text, direction)
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels)
  const runs: Run[] = []
  for (const { segment: written, index } of new Intl.Segmenter(language).segment(text)) {
    const segment = mirrored.get(index) ?? written
    const level = embedding.levels[index] ?? 0
    const last = runs.at(-1)
    const isNeutral = !/[\p{L}\p{N}]/u.test(segment)
    const font =
      last !== undefined && isNeutral && hasGlyphs(last.font, segment)
        ? last.font
        : own !== undefined && hasGlyphs(own, segment)
          ? own
          : findFont(segment, language, face)
    if (font === null) return null
    if (last?.font === font && last.level === level) last.text += segment
    else runs.push({ text: segment, font, level })
  }
  return runs
}

function hasGlyphs(font: Font, text: string): boolean {
  return [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/** Rule L2: from the highest level down to the lowest odd one, reverse every stretch at that level or above. */
function toVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      if ((ordered[start]?.level ?? 0) < level) continue
      const found = ordered.findIndex((run, position) => position > start && run.level < level)
      const end = found === -1 ? ordered.length : found
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = end
    }
  }
  return ordered
}
