import type { Image } from '#lib/content/post.ts'
import { resolveMediaUrl } from '#lib/markdown/media-url.ts'
import type { PreviewImage } from './page-metadata.ts'

/** A story's picture for link previews. Null for one that has no address of its own, or is refused. */
export function toPreviewImage(image: Image | null, sourceFile: string): PreviewImage | null {
  if (image === null) return null
  const url = resolveMediaUrl(image.src, sourceFile)
  return url === null || url.startsWith('data:') ? null : { url, alt: image.alt }
}
