import { type Direction, type ShapedLine, shapeLine } from './shape-line.ts'

/** The room a headline has, in pixels, and the sizes it may be set in, largest first. */
export type HeadlineRoom = { width: number; height: number; sizes: readonly number[]; leading: number }
export type SetHeadline = { size: number; lines: ShapedLine[] }
type Voice = { language: string; direction: Direction }

/**
 * Sets a headline as large as it fits. One that fits at no size is cut at the smallest, with an ellipsis. Null when a
 * character of it is in no font.
 */
export function setHeadline(text: string, voice: Voice, room: HeadlineRoom): SetHeadline | null {
  const words = listBreakable(text, voice.language)
  const smallest = room.sizes.at(-1) ?? 0
  for (const size of room.sizes) {
    const isLast = size === smallest
    const pieces = isLast ? words.flatMap((word) => splitWide(word, size, voice, room.width)) : words
    const lines = breakLines(pieces, size, voice, room.width)
    if (lines === null) return null
    const most = Math.max(1, Math.floor(room.height / (size * room.leading)))
    const set = shapeAll(isLast && lines.length > most ? cutLines(lines, most) : lines, size, voice)
    const fits = lines.length <= most && set?.lines.every(({ width }) => width <= room.width)
    if (fits || isLast) return set
  }
  return null
}

/** Pieces a line may break between: words, and in Japanese or Chinese also where words meet without a space. */
function listBreakable(text: string, language: string): string[] {
  const pieces: string[] = []
  let opening = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1)
    if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) opening += segment
    else if (last !== undefined && opening === '' && /^[\p{P}\s]+$/u.test(segment))
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

/** Letters of scripts that put spaces between words: `pro-` and `posal` belong together. */
function isSpaced(before: string, after: string): boolean {
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
  return !spaceless.test(before.at(-1) ?? '') && !spaceless.test(after[0] ?? '')
}

/** A word wider than a line, in pieces that are not: letters of one alphabet are about as wide as each other. */
function splitWide(word: string, size: number, voice: Voice, width: number): string[] {
  const own = shapeLine(word, { size, ...voice })?.width ?? 0
  if (own <= width) return [word]
  const letters = [...new Intl.Segmenter(voice.language).segment(word)].map(({ segment }) => segment)
  const most = Math.max(1, Math.floor((letters.length * width * 0.85) / own))
  const count = Math.ceil(letters.length / most)
  return Array.from({ length: count }, (_, place) => letters.slice(place * most, (place + 1) * most).join(''))
}

function breakLines(words: readonly string[], size: number, voice: Voice, width: number): string[] | null {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = shapeLine((line + word).trimEnd(), { size, ...voice })
    if (longer === null) return null
    if (line !== '' && longer.width > width) {
      lines.push(line.trimEnd())
      line = word
    } else line += word
  }
  return [...lines, line.trimEnd()].filter((text) => text !== '')
}

function cutLines(lines: readonly string[], most: number): string[] {
  const kept = lines.slice(0, most)
  const last = (kept.at(-1) ?? '').replace(/[\p{P}\s]*[^\s]{0,12}$/u, '')
  return [...kept.slice(0, -1), `${last === '' ? (kept.at(-1) ?? '') : last}…`]
}

function shapeAll(texts: readonly string[], size: number, voice: Voice): SetHeadline | null {
  const lines = texts.map((text) => shapeLine(text, { size, ...voice }))
  const shaped = lines.filter((line) => line !== null)
  return shaped.length === lines.length ? { size, lines: shaped } : null
}
