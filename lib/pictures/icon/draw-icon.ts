import sharp from 'sharp'
import { getFace } from '#lib/config/custom-faces.ts'
import { getTone } from '#lib/config/palette.ts'
import type { Site } from '#lib/config/site.ts'
import { drawInitial } from '../card/draw-initial.ts'
import { drawFrontPage, type PageColours } from './draw-front-page.ts'

/** The icons a browser, a phone or a feed reader asks for, at addresses that stay. Sizes in pixels. */
export const ICONS = {
  'favicon.ico': { type: 'image/x-icon', size: 48, shape: 'rounded' },
  'icon.svg': { type: 'image/svg+xml', size: 512, shape: 'rounded' },
  'icon-192.png': { type: 'image/png', size: 192, shape: 'rounded' },
  'icon-512.png': { type: 'image/png', size: 512, shape: 'rounded' },
  'icon-maskable-512.png': { type: 'image/png', size: 512, shape: 'full' },
  'apple-touch-icon.png': { type: 'image/png', size: 180, shape: 'full' },
} as const satisfies Record<string, { type: string; size: number; shape: Shape }>

export type IconName = keyof typeof ICONS

/** `full` fills the square, with what matters in the inner 80%: the system cuts it to its own shape. */
type Shape = 'rounded' | 'full'

/** What an icon without a logo is drawn of: the paper's initial, in its colours. */
export type IconLook = { paper: string; language: string; face: 'display' | 'plain'; colours: PageColours }

/** Raise when an icon is drawn in another way: those on disk are made anew. */
export const ICON_VERSION = 2

/** The initial stands in the paper's colour on its accent, a pair whose contrast is checked. */
export function toIconLook(site: Pick<Site, 'name' | 'language' | 'theme' | 'faces'>): IconLook {
  const { colours } = site.theme
  const display = getFace(site, 'display')
  return {
    paper: site.name,
    language: site.language,
    face: display === 'serif' || display === 'sans' ? 'plain' : 'display',
    colours: {
      ground: getTone(colours, 'paper').dark,
      sheet: getTone(colours, 'paper').light,
      ink: getTone(colours, 'ink').light,
      accent: getTone(colours, 'accent').light,
    },
  }
}

/** Draws an icon: the paper's logo, or without one its initial. A name without a letter has a front page. */
export async function drawIcon(name: IconName, look: IconLook, logo: Uint8Array | null): Promise<Uint8Array> {
  const { size, shape } = ICONS[name]
  const { colours } = look
  const svg = drawEmblem(look, shape)
  switch (name) {
    case 'icon.svg':
      return Buffer.from(logo === null ? svg : wrapPng(await fitLogo(logo, size, shape, colours), size))
    case 'favicon.ico':
      return wrapIco(await drawPng(svg, logo, size, shape, colours), size)
    default:
      return drawPng(svg, logo, size, shape, colours)
  }
}

function drawPng(
  svg: string,
  logo: Uint8Array | null,
  size: number,
  shape: Shape,
  colours: PageColours,
): Promise<Uint8Array> {
  if (logo !== null) return fitLogo(logo, size, shape, colours)
  return sharp(Buffer.from(svg)).resize(size, size).png({ compressionLevel: 9, palette: true }).toBuffer()
}

/** The logo whole, on nothing, or on paper where the system cuts a shape of its own. */
function fitLogo(logo: Uint8Array, size: number, shape: Shape, { sheet }: PageColours): Promise<Uint8Array> {
  const inner = shape === 'full' ? Math.round(size * 0.8) : size
  const margin = Math.round((size - inner) / 2)
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const fitted = sharp(logo)
    .resize(inner, inner, { fit: 'contain', background: clear })
    .extend({
      top: margin,
      left: margin,
      bottom: size - inner - margin,
      right: size - inner - margin,
      background: clear,
    })
  return (shape === 'full' ? fitted.flatten({ background: sheet }) : fitted)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

/** Parts of the icon that a letter is high or wide: a `full` one keeps within what every system shows. */
const INITIAL_SIZE = { rounded: 40, full: 34 } as const satisfies Record<Shape, number>

function drawEmblem({ paper, language, face, colours }: IconLook, shape: Shape): string {
  const corner = shape === 'rounded' ? 12 : 0
  const place = { x: 32, y: 32, size: INITIAL_SIZE[shape] }
  const initial = drawInitial(paper, { language, face }, place, colours.sheet)
  const drawing =
    initial === null
      ? drawFrontPage(colours, { x: 32, y: 32, size: 64 }, corner)
      : `<rect width="64" height="64" rx="${corner}" fill="${colours.accent}"/>${initial}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${drawing}</svg>`
}

/** A picture of pixels as SVG: the address of the one stands for the other. */
function wrapPng(png: Uint8Array, size: number): string {
  const data = Buffer.from(png).toString('base64')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><image width="${size}" height="${size}" href="data:image/png;base64,${data}"/></svg>`
}

/** ICO with one PNG in it. @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function wrapIco(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
