import type { Font } from 'fontkit'
import { drawFrontPage } from '../icon/draw-front-page.ts'
import { drawInitial } from './draw-initial.ts'
import { setHeadline } from './set-headline.ts'
import { type Direction, type ShapedLine, shapeLine, type TextStyle } from './shape-line.ts'

/** What a card says and how it looks. `section` may be ''. Colours are `#rrggbb`. */
export type Card = {
  headline: string
  section: string
  paper: string
  language: string
  direction: Direction
  colours: { paper: string; ink: string; accent: string; tint: string }
  /** `display` is the paper's own face, `plain` a common one. */
  face: 'display' | 'plain'
  /** The hash of the publisher's font for headlines, where there is one. */
  font?: string
}

export const CARD_SIZE = { width: 1200, height: 630 } as const

/** Raise when the same card is drawn in another way: every card's address changes. */
export const CARD_VERSION = 4

/** Where things stand, in pixels; lines of text by their baseline. */
const MARGIN = 72
const WIDTH = CARD_SIZE.width - 2 * MARGIN
const NAMEPLATE = { y: 84, size: 46 }
const RULES_Y = 110
const KICKER = { y: 178, size: 38 }
const BOTTOM = 600
const SIZES = [132, 116, 102, 90, 78, 68, 60, 52]

/** Room between letters, as the pages have it. */
const TIGHT = -0.015
const WIDE = 0.05

/** More than a card can hold at any size. */
const MAX_CHARACTERS = 500

/**
 * The preview of a story that has no picture as SVG, like the head of a page: the paper's name, the section, the headline,
 * their letters as outlines. Where a character is in no font the card goes without words.
 */
export function renderCard(card: Card, font?: Font): string {
  const { width, height } = CARD_SIZE
  const drawing = drawTexts(card, font) ?? drawEmblem(card, font)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${card.colours.paper}"/>${drawing}${drawBar(card.colours)}</svg>`
}

/** The dashed bar that pages have below the masthead. */
function drawBar({ paper, ink }: Card['colours']): string {
  const { width } = CARD_SIZE
  const step = width / 24
  const blocks = Array.from({ length: 12 }, (_, position) => `M${position * 2 * step} 0h${step}v16h${-step}z`)
  return `<rect width="${width}" height="17" fill="${ink}"/><rect width="${width}" height="15" fill="${paper}"/><path d="${blocks.join('')}" fill="${ink}"/>`
}

function drawTexts(card: Card, font?: Font): string | null {
  const { colours, direction, language, face } = card
  const own = font === undefined ? {} : { font }
  const style: TextStyle = { language, direction, face, tracking: TIGHT, ...own }
  const plate = fitLine(toDrawableText(card.paper), NAMEPLATE.size, style)
  const small = toKickerStyle(style)
  const kicker = fitLine(small.toCase(toDrawableText(card.section)), small.size, small.style)
  const headline = toDrawableText(card.headline)
  const top = card.section === '' ? RULES_Y + 32 : KICKER.y + 26
  const leading = getLeading(headline, direction)
  const title = setHeadline(headline, style, { width: WIDTH, height: BOTTOM - top, sizes: SIZES, leading })
  if (plate === null || kicker === null || title === null) return null
  const first = top + title.size * (0.8 + (leading - 1) / 2)
  const rows = title.lines.map((line, row) =>
    drawLine(line, direction, first + row * title.size * leading, colours.ink),
  )
  return [
    drawCorner(card, font),
    drawLine(plate, direction, NAMEPLATE.y, colours.ink),
    drawRules(colours),
    drawLine(kicker, direction, KICKER.y, colours.accent),
    ...rows,
  ].join('')
}

/** Small capitals go with the built-in face; a publisher's font has its capitals. */
function toKickerStyle(style: TextStyle): {
  style: TextStyle
  size: number
  toCase: (text: string) => string
} {
  const { language, direction, face, font } = style
  if (font !== undefined)
    return {
      style: { ...style, tracking: WIDE },
      size: KICKER.size * 0.75,
      toCase: (text) => text.toLocaleUpperCase(language),
    }
  const small: TextStyle = face === 'plain' ? style : { language, direction, face: 'caps', tracking: WIDE }
  return { style: small, size: KICKER.size, toCase: (text) => text }
}

/** Letters that stack, join or fill squares need more room between lines. */
function getLeading(text: string, direction: Direction): number {
  if (direction === 'rtl') return 1.42
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u.test(text) ? 1.08 : 1.24
}

/** A line smaller than `size` where it would else be wider than the card. */
function fitLine(text: string, size: number, style: TextStyle): ShapedLine | null {
  const line = shapeLine(text, { ...style, size })
  if (line === null || line.width <= WIDTH) return line
  return shapeLine(text, { ...style, size: (size * WIDTH) / line.width })
}

/** What of a text can be printed: no pictograms. */
function toDrawableText(text: string): string {
  const printable = text
    .replace(
      /\p{Emoji_Presentation}\u200d?|\p{Extended_Pictographic}\ufe0f\u200d?|\p{Emoji_Modifier}|\ufe0f/gu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
  return [...printable].slice(0, MAX_CHARACTERS).join('')
}

/** The double rule below a nameplate. */
function drawRules({ ink }: Card['colours']): string {
  return `<path d="M${MARGIN} ${RULES_Y}h${WIDTH}v3h${-WIDTH}zm0 6h${WIDTH}v1.5h${-WIDTH}z" fill="${ink}"/>`
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

/** The paper's initial, faint, and partly beyond the corner where lines end: words may run over it. */
function drawCorner(card: Card, font?: Font): string {
  const x = card.direction === 'rtl' ? 150 : CARD_SIZE.width - 150
  const place = { x, y: CARD_SIZE.height - 130, size: 520 }
  return drawInitial(card.paper, toInitialStyle(card, font), place, card.colours.tint) ?? ''
}

/** A card without words: the paper's initial, or a front page. */
function drawEmblem(card: Card, font?: Font): string {
  const { paper, ink, accent, tint } = card.colours
  const place = { x: CARD_SIZE.width / 2, y: (CARD_SIZE.height + 17) / 2, size: 340 }
  const initial = drawInitial(card.paper, toInitialStyle(card, font), place, accent)
  return initial ?? drawFrontPage({ ground: tint, sheet: paper, ink, accent }, place)
}

function toInitialStyle({ language, face }: Card, font?: Font) {
  return font === undefined ? { language, face } : { language, face, font }
}
