import type { Site } from '#lib/config/site.ts'
import type { Image, PostSummary } from '#lib/content/post.ts'
import { resolveMediaUrl } from '#lib/markdown/urls/media-url.ts'
import { toCardPath } from '#lib/pictures/card/card-path.ts'
import { CARD_SIZE } from '#lib/pictures/card/render-card.ts'
import type { Shape } from '#lib/pictures/derive/crops.ts'
import { toSharedName, toSharedOutput } from '#lib/pictures/derive/outputs.ts'
import { toPictureKey, toPicturePath } from '#lib/pictures/derive/picture-key.ts'
import type { KnownPicture } from '#lib/pictures/registry/pictures.ts'
import { getKnownPicture } from '#lib/queries/shown-picture.ts'

/** A picture for a link preview: a path or an absolute URL, what it shows, and its size where that is known. */
export type PreviewImage = { url: string; alt: string; width?: number; height?: number; type?: string }

type Story = Pick<
  PostSummary,
  'slug' | 'title' | 'section' | 'language' | 'direction' | 'image' | 'sourceFile'
>

/** Below this no reader shows a large preview: https://developers.facebook.com/docs/sharing/webmasters/images */
const MIN_SIZE = { width: 600, height: 315 }

/** Below this Google has no use for a picture of an article. */
const MIN_PIXELS = 50_000

/** The picture a story is shared with: its own, cut to 1200 × 630, or a drawn card. */
export function getShareImage(story: Story, site: Pick<Site, 'name' | 'theme'>): PreviewImage {
  const { image, sourceFile } = story
  const own = image === null ? null : toSharedCrop(image, sourceFile, 'og')
  if (own !== null && own.width >= MIN_SIZE.width && own.height >= MIN_SIZE.height) return own
  return { url: toCardPath(story, site), alt: story.title, ...CARD_SIZE, type: 'image/jpeg' }
}

/** The picture a list is shared with: that of its first story with one, else its drawn card. */
export function getListImage(
  stories: readonly Pick<Story, 'image' | 'sourceFile'>[],
  card: PreviewImage,
): PreviewImage {
  const own = stories
    .map(({ image, sourceFile }) => (image === null ? null : toSharedCrop(image, sourceFile, 'og')))
    .find((crop) => crop !== null && crop.width >= MIN_SIZE.width && crop.height >= MIN_SIZE.height)
  return own ?? card
}

/**
 * A picture for link previews: its crop where its bytes are known, else the file itself. Null for one that has no
 * address of its own, or is refused.
 */
export function toPreviewImage(image: Image | null, sourceFile: string): PreviewImage | null {
  if (image === null) return null
  const url = resolveMediaUrl(image.src, sourceFile)
  if (url === null || url.startsWith('data:')) return null
  return toSharedCrop(image, sourceFile, 'og') ?? { url, alt: image.alt }
}

/** The crops of a story's own picture that search engines ask for: 16:9, 4:3, 1:1. None of a card. */
export function listSearchImages({
  image,
  sourceFile,
}: Pick<Story, 'image' | 'sourceFile'>): MeasuredImage[] {
  if (image === null) return []
  const shapes = ['16x9', '4x3', '1x1'] as const
  return shapes
    .map((shape) => toSharedCrop(image, sourceFile, shape))
    .filter((crop) => crop !== null)
    .filter(({ width, height }) => width * height >= MIN_PIXELS)
}

type MeasuredImage = Required<PreviewImage>

function toSharedCrop(image: Image, sourceFile: string, shape: Shape): MeasuredImage | null {
  const known: KnownPicture | null = getKnownPicture(image, sourceFile)
  const output = known === null ? null : toSharedOutput(known, shape)
  if (known === null || output === null) return null
  const url = toPicturePath(toPictureKey(known.hash, image.focalPoint), toSharedName(shape))
  return { url, alt: image.alt, width: output.width, height: output.height, type: 'image/jpeg' }
}
