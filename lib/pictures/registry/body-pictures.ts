import type { Index } from '#lib/index/index-state.ts'
import type { PictureFacts } from '#lib/markdown/rendering.ts'
import { listPictureSet, type PictureRange } from '../derive/picture-set.ts'
import { toPictureSource } from './picture-uses.ts'
import { getPictureState, type KnownPicture } from './pictures.ts'

const RANGES: Record<'body' | 'gallery', PictureRange> = {
  body: { shape: 'whole', least: 320, most: 1600 },
  gallery: { shape: '3x2', least: 320, most: 1200 },
}

/** A picture in a text: its source, the hash it is known by (null: not known yet) and what markup needs to show it. */
export type BodyPicture = { source: string; hash: string | null; facts: PictureFacts | 'awaited' }

/** What is known of the picture at a resolved URL in the text of `file`; null for one that is none of ours. */
export function describeBodyPicture(
  index: Index,
  file: string,
  url: string,
  position: 'body' | 'gallery',
): BodyPicture | null {
  const source = toPictureSource(url, file)
  if (source === null) return null
  const known = getPictureState(index, source)?.known ?? null
  if (known === null) return { source, hash: null, facts: 'awaited' }
  const facts = isAnimatedFile(known) ? toMovingFacts(known) : listPictureSet(known, null, RANGES[position])
  return { source, hash: known.hash, facts }
}

/** A moving picture of our own is shown as it is: a derivative would stand still. */
function isAnimatedFile({ source, frames }: KnownPicture): boolean {
  return frames > 1 && source.startsWith('/')
}

function toMovingFacts({ source, width, height, tone }: KnownPicture): PictureFacts {
  return { width, height, tone, sources: [], src: source, srcWidth: width, large: source }
}
