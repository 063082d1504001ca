import sharp from 'sharp'
import { getTone } from '#lib/config/palette.ts'
import type { Site } from '#lib/config/site.ts'

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

type Colours = { ground: string; sheet: string; ink: string; accent: string }

/** Raise when an icon is drawn in another way: those on disk are made anew. */
export const ICON_VERSION = 1

/** The colours of an icon: the paper by night, and on it a front page by day. */
export function toIconColours({ theme: { colours } }: Pick<Site, 'theme'>): Colours {
  return {
    ground: getTone(colours, 'paper').dark,
    sheet: getTone(colours, 'paper').light,
    ink: getTone(colours, 'ink').light,
    accent: getTone(colours, 'accent').light,
  }
}

/** Draws an icon: the paper's logo, or without one a front page in its colours. */
export async function drawIcon(
  name: IconName,
  colours: Colours,
  logo: Uint8Array | null,
): Promise<Uint8Array> {
  const { size, shape } = ICONS[name]
  const svg = drawPage(colours, shape)
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
  colours: Colours,
): Promise<Uint8Array> {
  if (logo !== null) return fitLogo(logo, size, shape, colours)
  return sharp(Buffer.from(svg)).resize(size, size).png({ compressionLevel: 9, palette: true }).toBuffer()
}

/** The logo whole, on nothing, or on paper where the system cuts a shape of its own. */
function fitLogo(logo: Uint8Array, size: number, shape: Shape, { sheet }: Colours): Promise<Uint8Array> {
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

/** A front page: nameplate, picture, words. */
function drawPage({ ground, sheet, ink, accent }: Colours, shape: Shape): string {
  const corner = shape === 'rounded' ? ' rx="12"' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64"${corner} fill="${ground}"/><path d="M14 12h36v40H14z" fill="${sheet}"/><path d="M18 17h28v7H18z" fill="${ink}"/><path d="M18 29h12v12H18z" fill="${accent}"/><path d="M34 29h12v2.4H34zm0 4.8h12v2.4H34zm0 4.8h12V41H34zM18 44.4h28v2.4H18z" fill="${ink}"/></svg>`
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
