import sharp, { type Sharp } from 'sharp'
import { openPicture } from './check-picture.ts'
import { type FocalPoint, fitShape, placeCrop, type Size } from './crops.ts'
import type { Format, Output } from './outputs.ts'

/** Where AVIF, WebP and JPEG look alike: npm run bench -- pictures measures it. */
const QUALITY: Record<Format, number> = { avif: 50, webp: 74, jpg: 78 }
const LOWER_QUALITIES = [68, 58, 48, 38, 28, 18]

/** Cuts, scales and encodes a checked picture. Cut around `focus`, else around what draws the eye. */
export async function derivePicture(
  bytes: Uint8Array,
  picture: Size,
  output: Output,
  focus: FocalPoint | null,
): Promise<Uint8Array> {
  const scaled = scale(openPicture(bytes), picture, output, focus)
  const opaque = output.format === 'jpg' ? scaled.flatten({ background: '#ffffff' }) : scaled
  const first = await encode(opaque, output.format, QUALITY[output.format]).toBuffer()
  return output.mostBytes === undefined || first.length <= output.mostBytes
    ? first
    : encodeWithin(opaque, output.mostBytes)
}

function scale(
  picture: Sharp,
  size: Size,
  { shape, width, height }: Output,
  focus: FocalPoint | null,
): Sharp {
  if (shape === 'whole') return picture.resize(width, height, { fit: 'fill' })
  if (focus === null) {
    return picture.resize(width, height, { fit: 'cover', position: sharp.strategy.attention })
  }
  return picture.extract(placeCrop(size, fitShape(size, shape), focus)).resize(width, height, { fit: 'fill' })
}

function encode(picture: Sharp, format: Format, quality: number): Sharp {
  switch (format) {
    case 'avif':
      return picture.clone().avif({ quality, effort: 3, chromaSubsampling: '4:2:0' })
    case 'webp':
      return picture.clone().webp({ quality, effort: 4 })
    case 'jpg':
      return picture.clone().jpeg({ quality, mozjpeg: true })
  }
}

async function encodeWithin(picture: Sharp, mostBytes: number): Promise<Uint8Array> {
  const pixels = await picture.clone().png({ compressionLevel: 1 }).toBuffer()
  let smallest: Uint8Array = pixels
  for (const quality of LOWER_QUALITIES) {
    smallest = await encode(sharp(pixels), 'jpg', quality).toBuffer()
    if (smallest.length <= mostBytes) break
  }
  return smallest
}
