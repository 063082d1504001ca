import sharp from 'sharp'
import { type Card, renderCard } from './render-card.ts'

/** Draws the preview of a story that has no picture. JPEG. */
export function drawCard(card: Card): Promise<Uint8Array> {
  return encodeCard(renderCard(card))
}

/** SVG → JPEG. */
export function encodeCard(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).jpeg({ quality: 90, mozjpeg: true }).toBuffer()
}
