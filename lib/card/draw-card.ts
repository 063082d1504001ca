import sharp from 'sharp'
import { type HeadlineRoom, setHeadline } from './set-headline.ts'
import { type Direction, type ShapedLine, shapeLine } from './shape-line.ts'

/** What a card says. `section` may be ''. */
export type CardWords = {
  headline: string
  section: string
  paper: string
  language: string
  direction: Direction
}

export const CARD_SIZE = { width: 1200, height: 630 } as const

/** Raise when the same words give another card: every card's address changes. */
export const CARD_VERSION = 2

const MARGIN = 80
const COLOURS = { paper: '#fbfcfb', ink: '#12212c', soft: '#4d5d68', accent: '#a01355', deep: '#b9d6e2' }
const HEADLINE: HeadlineRoom = {
  width: CARD_SIZE.width - 2 * MARGIN,
  height: 325,
  sizes: [92, 80, 70, 62, 54, 48],
  leading: 1.2,
}
const TALL_LEADING = 1.45

/**
 * Draws the preview of a story that has no picture: its headline, its section, the paper's name. Where a character is in
 * no font the card goes without words. JPEG.
 */
export function drawCard(words: CardWords): Promise<Uint8Array> {
  const drawing = drawWords(words) ?? drawRose()
  return sharp(Buffer.from(wrap(drawing)))
    .jpeg({ quality: 90, mozjpeg: true })
    .toBuffer()
}

function wrap(drawing: string): string {
  const { width, height } = CARD_SIZE
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>${drawScale()}${drawing}</svg>`
}

/** The scale along a chart's edge. */
function drawScale(): string {
  const step = CARD_SIZE.width / 24
  const blocks = Array.from(
    { length: 12 },
    (_, place) =>
      `<rect x="${place * 2 * step}" y="${CARD_SIZE.height - 22}" width="${step}" height="10" fill="${COLOURS.ink}"/>`,
  )
  return `<rect y="${CARD_SIZE.height - 24}" width="${CARD_SIZE.width}" height="14" fill="none" stroke="${COLOURS.ink}" stroke-width="2"/>${blocks.join('')}`
}

function drawWords({ headline, section, paper, language, direction }: CardWords): string | null {
  const voice = { language, direction }
  const room = direction === 'rtl' ? { ...HEADLINE, leading: TALL_LEADING } : HEADLINE
  const title = setHeadline(dropEmoji(headline), voice, room)
  const kicker = shapeLine(dropEmoji(section), { size: 34, ...voice })
  const name = shapeLine(dropEmoji(paper), { size: 34, ...voice })
  if (title === null || kicker === null || name === null) return null
  const rows = title.lines.map((line, row) =>
    drawLine(line, direction, 190 + title.size * 0.72 + row * title.size * room.leading, COLOURS.ink),
  )
  return [
    drawLine(kicker, direction, 112, COLOURS.accent),
    ...rows,
    drawLine(name, direction, CARD_SIZE.height - 66, COLOURS.soft),
  ].join('')
}

function dropEmoji(text: string): string {
  return text
    .replace(
      /\p{Emoji_Presentation}\u200d?|\p{Extended_Pictographic}\ufe0f\u200d?|\p{Emoji_Modifier}|\ufe0f/gu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

function drawLine(line: ShapedLine, direction: Direction, baseline: number, fill: string): string {
  const start = direction === 'rtl' ? CARD_SIZE.width - MARGIN - line.width : MARGIN
  const glyphs = line.paths
    .filter(({ path }) => path !== '')
    .map(
      ({ path, x, y, scale }) =>
        `<path d="${path}" transform="translate(${(start + x).toFixed(2)} ${(baseline + y).toFixed(2)}) scale(${scale} ${-scale})"/>`,
    )
  return `<g fill="${fill}">${glyphs.join('')}</g>`
}

/** The rings of a compass rose, for a card without words. */
function drawRose(): string {
  const rings = [90, 170, 250].map(
    (radius) =>
      `<circle cx="600" cy="300" r="${radius}" fill="none" stroke="${COLOURS.deep}" stroke-width="3"/>`,
  )
  const points = [0, 90, 180, 270].map(
    (angle) =>
      `<path d="M600 70 622 278 600 300 578 278Z" fill="${COLOURS.accent}" transform="rotate(${angle} 600 300)"/>`,
  )
  return [...rings, ...points].join('')
}
