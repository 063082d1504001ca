import { findMediaType } from '#lib/http/media-types.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { encodeContentPath, resolveContentPath } from './content-path.ts'
import { parseWebUrl } from './web-url.ts'

/** What the paths of the content folder's pictures begin with. */
const MEDIA = getPathPrefix('media')

/** Pictures inside the text itself. SVG is not among them: it can carry scripts. */
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s%]*$/i

/**
 * The URL a picture (or other media file) named in `sourceFile` is served at, or null when it is refused.
 *
 * - `pic.jpg` in `posts/2014/trip.md` is the file beside it: `/media/posts/2014/pic.jpg`
 * - `../../media/x.jpg` there is `CONTENT_DIR/media/x.jpg`: `/media/x.jpg`
 * - `/media/x.jpg`, http(s) and base64 pictures stay; `//host/x` becomes https
 * - `/wp-content/x.jpg` is a file of that path below `media/`, or below the content folder: `/media/wp-content/x.jpg`
 * - a file above the content folder, `../../assets/x.jpg`, is looked for from its top
 * - anything else that leaves the content folder, hidden files and other schemes (`file:`, `javascript:`) are refused
 */
export function resolveMediaUrl(src: string, sourceFile: string): string | null {
  const url = parseWebUrl(src)
  switch (url.kind) {
    case 'web':
      return url.url.href
    case 'root':
      return resolveRootPath(url.path, url.suffix)
    case 'relative':
      return resolveBeside(url.path, url.suffix, sourceFile)
    case 'scheme':
      return INLINE_IMAGE.test(url.href) ? url.href.replace(/\s/g, '') : null
    case 'fragment':
    case 'empty':
      return null
  }
}

function resolveRootPath(path: string, suffix: string): string | null {
  const file = resolveContentPath(path, '')
  if (file === null) return null
  const escapesMedia = path.startsWith(MEDIA) && !file.startsWith('media/')
  return escapesMedia ? null : toMediaPath(file) + suffix
}

function resolveBeside(path: string, suffix: string, sourceFile: string): string | null {
  const file = resolveContentPath(path, sourceFile) ?? resolveFromTop(path)
  if (file === null) return null
  return toMediaPath(file) + suffix
}

/** Astro's `../../assets/x.jpg` begins above what was moved in: it is a path from the top, where it names a file. */
function resolveFromTop(path: string): string | null {
  const below = path.replace(/^(?:\.\.\/)+/, '')
  return findMediaType(below) === null ? null : resolveContentPath(below, '')
}

/**
 * Where a file of the content folder is served: `media/x.jpg` → `/media/x.jpg`, `posts/x.jpg` → `/media/posts/x.jpg`. In
 * Unicode's composed form (NFC), however the file system writes the name.
 */
export function toMediaPath(file: string): string {
  return (file.startsWith('media/') ? '/' : MEDIA) + encodeContentPath(file.normalize('NFC'))
}
