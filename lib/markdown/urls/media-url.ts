import { encodeContentPath, resolveContentPath } from './content-path.ts'
import { parseWebUrl } from './web-url.ts'

/** Pictures inside the text itself. SVG is not among them: it can carry scripts. */
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s%]*$/i

/**
 * The URL a picture (or other media file) named in `sourceFile` is served at, or null when it is refused.
 *
 * - `pic.jpg` in `posts/2014/trip.md` is the file beside it: `/media/posts/2014/pic.jpg`
 * - `../../media/x.jpg` there is `CONTENT_DIR/media/x.jpg`: `/media/x.jpg`
 * - `/media/x.jpg` and other absolute paths, http(s) and base64 pictures stay; `//host/x` becomes https
 * - anything that leaves the content folder, hidden files and other schemes (`file:`, `javascript:`) are refused
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
  const escapesMedia = path.startsWith('/media/') && !file.startsWith('media/')
  return escapesMedia ? null : `/${encodeContentPath(file)}${suffix}`
}

function resolveBeside(path: string, suffix: string, sourceFile: string): string | null {
  const file = resolveContentPath(path, sourceFile)
  if (file === null) return null
  return `${file.startsWith('media/') ? '/' : '/media/'}${encodeContentPath(file)}${suffix}`
}
