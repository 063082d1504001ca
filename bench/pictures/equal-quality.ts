import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { ssim } from 'ssim.js'
import { derivePicture } from '#lib/pictures/derive/derive-picture.ts'

const WIDTH = 800
const PICTURES = [
  'chain-ferry.jpg',
  'nuthatch.jpg',
  'coast-road-storm.jpg',
  'citrus-slices.jpg',
  'wend-chart.jpg',
]

type Pixels = { data: Uint8ClampedArray; width: number; height: number }
type Encoded = { bytes: number; likeness: number }

/**
 * Bytes of the AVIF a page names against those of its JPEG, both as they are served, and against those of the JPEG,
 * served or not, that is nearest in likeness. Likeness is the SSIM of the luma with the scaled original.
 */
export async function benchEqualQuality(): Promise<void> {
  for (const name of PICTURES) {
    const source = readFileSync(path.join('content/media', name))
    const { width, height } = await sharp(source).metadata()
    const size = { width: WIDTH, height: Math.round((WIDTH * height) / width) }
    const reference = await toPixels(sharp(source).resize({ ...size, fit: 'fill' }))
    const derive = async (format: 'avif' | 'jpg') =>
      measure(
        reference,
        await derivePicture(source, { width, height }, { shape: 'whole', format, ...size }, null),
      )
    const [avif, jpeg] = [await derive('avif'), await derive('jpg')]
    const { quality, ...nearest } = await findNearestJpeg(reference, avif.likeness)
    console.log(
      `${name}: ${describeEncoded(avif)} as AVIF; ${describeEncoded(jpeg)} as JPEG: ${toShare(avif, jpeg)} of it; ` +
        `${describeEncoded(nearest)} as JPEG of quality ${quality}: ${toShare(avif, nearest)} of it`,
    )
  }
}

function describeEncoded({ bytes, likeness }: Encoded): string {
  return `${bytes} B (SSIM ${likeness.toFixed(4)})`
}

function toShare(one: Encoded, other: Encoded): string {
  return (one.bytes / other.bytes).toFixed(2)
}

async function measure(reference: Pixels, bytes: Uint8Array): Promise<Encoded> {
  return { bytes: bytes.length, likeness: ssim(reference, await toPixels(sharp(bytes))).mssim }
}

async function findNearestJpeg(reference: Pixels, likeness: number): Promise<Encoded & { quality: number }> {
  let nearest = { quality: 0, bytes: 0, likeness: 0 }
  for (let low = 20, high = 99; low <= high; ) {
    const quality = Math.floor((low + high) / 2)
    const found = await measure(reference, await toJpeg(reference, quality))
    if (Math.abs(found.likeness - likeness) < Math.abs(nearest.likeness - likeness)) {
      nearest = { quality, ...found }
    }
    if (found.likeness < likeness) low = quality + 1
    else high = quality - 1
  }
  return nearest
}

function toJpeg({ data, width, height }: Pixels, quality: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten()
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
}

async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}
