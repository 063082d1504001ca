import type { Image } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { resolveMediaUrl } from '#lib/markdown/urls/media-url.ts'
import { listPictureSet, type PictureRange, type PictureSet } from '#lib/pictures/derive/picture-set.ts'
import { toPictureSource } from '#lib/pictures/registry/picture-uses.ts'
import { getPictureState, type KnownPicture } from '#lib/pictures/registry/pictures.ts'
import { findOpenIndex } from '#lib/sync/open-index.ts'

/**
 * How a picture is to be shown: as one of its derivatives, at its own address (it is none of ours, or nobody looked at
 * it), as a frame that waits for it, or not at all.
 */
export type ShownPicture =
  | { kind: 'set'; set: PictureSet }
  | { kind: 'plain'; src: string }
  | { kind: 'awaited' }
  | { kind: 'refused' }

/** The picture a file's front matter names, for one place in the layout. Reads what was described before the page. */
export function getShownPicture(
  image: Pick<Image, 'src' | 'focalPoint'>,
  sourceFile: string,
  range: PictureRange,
): ShownPicture {
  const src = resolveMediaUrl(image.src, sourceFile)
  if (src === null) return { kind: 'refused' }
  const known = findKnown(findOpenIndex(), image.src, sourceFile)
  if (known === undefined) return { kind: 'plain', src }
  if (known === null) return { kind: 'awaited' }
  return { kind: 'set', set: listPictureSet(known, image.focalPoint, range) }
}

/** Whether there is a picture to be shown, now or when it is known. */
export function hasShownPicture({
  image,
  sourceFile,
}: {
  image: Pick<Image, 'src'> | null
  sourceFile: string
}): boolean {
  return image !== null && resolveMediaUrl(image.src, sourceFile) !== null
}

/** What is known of a picture: null while that is nothing yet, undefined for one that is not ours to derive from. */
function findKnown(index: Index | null, src: string, sourceFile: string): KnownPicture | null | undefined {
  const source = toPictureSource(src, sourceFile)
  if (index === null || source === null) return undefined
  return getPictureState(index, source)?.known ?? null
}

/** The picture itself, where its bytes are known. */
export function getKnownPicture(image: Pick<Image, 'src'>, sourceFile: string): KnownPicture | null {
  return findKnown(findOpenIndex(), image.src, sourceFile) ?? null
}
