import sharp, { type Metadata, type Sharp } from 'sharp'
import type { PictureRecord } from '#lib/index/write-requests.ts'
import { sha256 } from '#lib/text/hash.ts'
import { rejectPicture } from './picture-error.ts'
import { type PictureFormat, sniffPicture } from './sniff-picture.ts'

/** What is known of a picture whose bytes were decoded once. Width and height are as it is shown, turned upright. */
export type CheckedPicture = PictureRecord & { format: PictureFormat }

/**
 * The most a picture may unfold to. A picture read line by line costs little memory whatever its height; one that has
 * to be decoded as a whole (progressive, interlaced, WebP, AVIF, GIF) costs up to six bytes for each pixel.
 */
const MAX_PIXELS = 60_000_000
const MAX_PIXELS_AT_ONCE = 25_000_000
const MAX_FRAMES = 1_000
const MIN_SIDE = 2

/** What libvips calls the formats we know: it has a mind of its own about what a file is. */
const DECODERS: Record<PictureFormat, string> = {
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'heif',
}

sharp.cache(false)
sharp.concurrency(1)

/** A picture's bytes, ready to be decoded; only its first frame is. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    sequentialRead: true,
    failOn: 'error',
  }).autoOrient()
}

/**
 * Decodes a picture once, to know that it is whole and what it is.
 *
 * @throws {PictureError} for anything but a raster picture of bearable size
 */
export async function checkPicture(bytes: Uint8Array): Promise<CheckedPicture> {
  const format = sniffPicture(bytes)
  if (bytes.length === 0) throw rejectPicture('it is empty')
  if (format === null) throw rejectPicture('it is not a JPEG, PNG, GIF, WebP or AVIF picture')
  const metadata = await readMetadata(bytes)
  if (metadata.format !== DECODERS[format]) throw rejectPicture(`it begins like ${format}, and is not`)
  requireWithinLimits(metadata, format)
  const { width, height } = metadata.autoOrient
  const average = await readTone(bytes)
  const tone = metadata.hasAlpha ? '' : average
  return { hash: sha256(bytes), format, width, height, frames: metadata.pages ?? 1, tone }
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (error) {
    throw rejectPicture(`its header cannot be read (${toReason(error)})`)
  }
}

function requireWithinLimits(
  { width, height, pages = 1, isProgressive }: Metadata,
  format: PictureFormat,
): void {
  const pixels = width * height
  const isDecodedAtOnce = isProgressive || !['jpeg', 'png'].includes(format)
  const most = isDecodedAtOnce ? MAX_PIXELS_AT_ONCE : MAX_PIXELS
  if (pixels > most) {
    throw rejectPicture(
      `it has ${width} × ${height} pixels; ${most / 1_000_000} million are the most for its kind`,
    )
  }
  if (Math.min(width, height) < MIN_SIDE)
    throw rejectPicture(`it has ${width} × ${height} pixels: a tracking dot`)
  if (pages > MAX_FRAMES) throw rejectPicture(`it has ${pages} frames; ${MAX_FRAMES} are the most`)
}

/** Decodes every line, so that a truncated file shows itself here and not to a reader. */
async function readTone(bytes: Uint8Array): Promise<string> {
  try {
    const pixel = await openPicture(bytes)
      .flatten({ background: '#ffffff' })
      .resize(1, 1, { fit: 'fill', kernel: 'linear' })
      .toColourspace('srgb')
      .raw()
      .toBuffer()
    const [red = 0, green = red, blue = red] = pixel
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  } catch (error) {
    throw rejectPicture(`it is broken (${toReason(error)})`)
  }
}

function toReason(error: unknown): string {
  const message = Error.isError(error) ? error.message : String(error)
  return message.split('\n')[0]?.slice(0, 120) ?? ''
}
