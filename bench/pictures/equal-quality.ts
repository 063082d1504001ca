import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { ssim } from 'ssim.js'
import { derivePicture } from '#lib/media/derive-picture.ts'

const WIDTH = 800
const PICTURES = [
  'chain-ferry.jpg',
  'nuthatch.jpg',
  'coast-road-storm.jpg',
  'citrus-slices.jpg',
  'wend-chart.jpg',
]

type Pixels = { data: Uint8ClampedArray; width: number; height: number }

/** Bytes of our AVIF against those of a JPEG that looks as much like the original (SSIM within 0.01). */
export async function benchEqualQuality(): Promise<void> {
  for (const name of PICTURES) {
    const bytes = readFileSync(path.join('content/media', name))
    const { width, height } = await sharp(bytes).metadata()
    const size = { width: WIDTH, height: Math.round((WIDTH * height) / width) }
    const reference = await toPixels(sharp(bytes).resize({ ...size, fit: 'fill' }))
    const output = { shape: 'whole', format: 'avif', ...size } as const
    const avif = await derivePicture(bytes, { width, height }, output, null)
    const likeness = ssim(reference, await toPixels(sharp(avif))).mssim
    const jpeg = await findJpeg(reference, likeness)
    const share = (avif.length / jpeg.bytes).toFixed(2)
    console.log(
      `${name}: AVIF ${avif.length} B, SSIM ${likeness.toFixed(4)}; JPEG (quality ${jpeg.quality}) ${jpeg.bytes} B, SSIM ${jpeg.likeness.toFixed(4)}; AVIF is ${share} of it`,
    )
  }
}

/** The quality whose likeness is nearest. */
async function findJpeg(reference: Pixels, likeness: number) {
  const found = { quality: 0, bytes: 0, likeness: 0 }
  for (let low = 20, high = 99; low <= high; ) {
    const quality = Math.floor((low + high) / 2)
    const bytes = await toJpeg(reference, quality)
    const own = ssim(reference, await toPixels(sharp(bytes))).mssim
    if (Math.abs(own - likeness) < Math.abs(found.likeness - likeness)) {
      Object.assign(found, { quality, bytes: bytes.length, likeness: own })
    }
    if (own < likeness) low = quality + 1
    else high = quality - 1
  }
  return found
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
