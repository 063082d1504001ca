import { trimEndOf } from '#lib/text/trim.ts'
import { type ShapedLine, shapeLine, type TextStyle } from './shape-line.ts'

/** The room a headline has, in pixels, and the sizes it may be set in, largest first. */
export type HeadlineRoom = { width: number; height: number; sizes: readonly number[]; leading: number }
export type SetHeadline = { size: number; lines: ShapedLine[] }

/**
 * Sets a headline as large as it fits, in lines of about the same length. One that fits at no size is cut at the
 * smallest, with an ellipsis. Null when a character of it is in no font.
 */
export function setHeadline(text: string, style: TextStyle, room: HeadlineRoom): SetHeadline | null {
  const words = measure(listBreakable(text, style.language), style)
  if (words === null) return null
  for (const size of room.sizes) {
    const width = room.width / size
    const lines = breakLines(words, width)
    const most = countLines(room, size)
    if (lines.length <= most && words.every((word) => word.width <= width)) {
      return shapeAll(balanceLines(words, width), size, style)
    }
  }
  const smallest = room.sizes.at(-1) ?? 0
  const pieces = measure(
    words.flatMap((word) => splitWide(word, room.width / smallest, style)),
    style,
  )
  if (pieces === null) return null
  const lines = breakLines(pieces, room.width / smallest)
  return shapeAll(cutLines(lines, countLines(room, smallest)), smallest, style)
}

function countLines({ height, leading }: HeadlineRoom, size: number): number {
  return Math.max(1, Math.floor(height / (size * leading)))
}

/** A piece of a headline and how wide it is, in parts of the size it is set in, without and with the space behind it. */
type Piece = { text: string; width: number; advance: number }

/** Each piece is shaped once: setting words together again and again would keep the pages waiting. */
function measure(texts: readonly string[], style: TextStyle): Piece[] | null {
  const pieces: Piece[] = []
  for (const text of texts) {
    const bare = shapeLine(text.trimEnd(), { ...style, size: 1 })
    const whole = shapeLine(text, { ...style, size: 1 })
    if (bare === null || whole === null) return null
    pieces.push({ text, width: bare.width, advance: whole.width })
  }
  return pieces
}

/** What no line begins with: commas and the like, and the short words that end a phrase of Japanese. */
const CLINGING = /^(?:[\p{P}\s]+|\p{Script=Hiragana}{1,2})$/u

const FIGURE = /[\d〇一二三四五六七八九十百千万億]/

/** Pieces a line may break between: words, and in Japanese or Chinese also where words meet without a space. */
function listBreakable(text: string, language: string): string[] {
  const pieces: string[] = []
  let opening = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1)
    if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) opening += segment
    else if (last !== undefined && opening === '' && CLINGING.test(segment))
      pieces[pieces.length - 1] = last + segment
    else {
      const joins = last !== undefined && !/\s$/.test(last) && opening === '' && isSpaced(last, segment)
      if (joins) pieces[pieces.length - 1] = last + segment
      else pieces.push(opening + segment)
      opening = ''
    }
  }
  return opening === '' ? pieces : [...pieces, opening]
}

/** Letters of scripts that put spaces between words (`pro-` and `posal` belong together), and figures of any. */
function isSpaced(before: string, after: string): boolean {
  if (FIGURE.test(before.at(-1) ?? '') && FIGURE.test(after[0] ?? '')) return true
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
  return !spaceless.test(before.at(-1) ?? '') && !spaceless.test(after[0] ?? '')
}

/** A word wider than a line, in pieces that are not: letters of one alphabet are about as wide as each other. */
function splitWide({ text, width: own }: Piece, width: number, style: TextStyle): string[] {
  if (own <= width) return [text]
  const letters = [...new Intl.Segmenter(style.language).segment(text)].map(({ segment }) => segment)
  const most = Math.max(1, Math.floor((letters.length * width * 0.85) / own))
  const count = Math.ceil(letters.length / most)
  return Array.from({ length: count }, (_, position) =>
    letters.slice(position * most, (position + 1) * most).join(''),
  )
}

function breakLines(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  let filled = 0
  for (const piece of pieces) {
    if (line !== '' && filled + piece.width > width) {
      lines.push(line.trimEnd())
      line = ''
      filled = 0
    }
    line += piece.text
    filled += piece.advance
  }
  return [...lines, line.trimEnd()].filter((text) => text !== '')
}

const BALANCING_STEPS = 8

/** Letters that a cut line loses at most. */
const MAX_DROPPED = 12

/** The same number of lines in the least width that holds them: no last line of a single short word. */
function balanceLines(pieces: readonly Piece[], width: number): string[] {
  const count = breakLines(pieces, width).length
  let least = Math.max(0, ...pieces.map((piece) => piece.width))
  let most = width
  for (let step = 0; step < BALANCING_STEPS; step += 1) {
    const middle = (least + most) / 2
    if (breakLines(pieces, middle).length > count) least = middle
    else most = middle
  }
  return breakLines(pieces, most)
}

function cutLines(lines: string[], most: number): string[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = dropLastWord(kept.at(-1) ?? '')
  return [...kept.slice(0, -1), `${last === '' ? (kept.at(-1) ?? '') : last}…`]
}

/** Room for the ellipsis: the line's last word, or as much of a long one, and the marks before it. */
function dropLastWord(line: string): string {
  const start = line.length - [...line].toReversed().findIndex((character) => /\s/.test(character))
  const at = Math.max(line.length - MAX_DROPPED, start > line.length ? 0 : start)
  return trimEndOf(line.slice(0, at).toWellFormed(), /[\p{P}\s]/u)
}

function shapeAll(texts: readonly string[], size: number, style: TextStyle): SetHeadline | null {
  const lines = texts.map((text) => shapeLine(text, { ...style, size }))
  const shaped = lines.filter((line) => line !== null)
  return shaped.length === lines.length ? { size, lines: shaped } : null
}
