import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** A picture that may be served: where it really is, what it is, and what tells two versions of it apart. */
export type MediaFile = { file: string; type: string; size: number; modified: Date; etag: string }

/** Raster pictures only. SVG is a document that can carry scripts. */
const TYPES = new Map([
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
  ['.avif', 'image/avif'],
])

/** Pictures beside words are served below the name of their room; all others lie in `media`. */
const ROOMS = new Set(['posts', 'pages', 'authors'])

/**
 * The file behind `/media/<segments>`: `['x.jpg']` is `CONTENT_DIR/media/x.jpg`, `['posts', '2014', 'pic.jpg']` the
 * picture beside that post. Null for anything that is not a raster picture inside the content folder, symbolic links
 * followed. Segments are decoded text: a `..`, a slash or a NUL in one is refused, however it was written in the URL.
 */
export async function getMediaFile(
  contentDir: string,
  segments: readonly string[],
): Promise<MediaFile | null> {
  const type = TYPES.get(path.extname(segments.at(-1) ?? '').toLowerCase())
  if (type === undefined || !segments.every(isFileName)) return null
  const room = ROOMS.has(segments[0] ?? '') ? [] : ['media']
  const file = await resolveInside(contentDir, path.join(contentDir, ...room, ...segments))
  if (file === null || !TYPES.has(path.extname(file).toLowerCase())) return null
  const stats = await stat(/* turbopackIgnore: true */ file)
  if (!stats.isFile()) return null
  return { file, type, size: stats.size, modified: stats.mtime, etag: toEtag(stats) }
}

function toEtag({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string {
  return `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
}

/** Hidden files (`.env`, `..`) are nobody's pictures. */
function isFileName(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && !/[\\/\0]/.test(segment)
}

/** Where a path leads once links are followed; null when that is nowhere, or outside the folder. */
async function resolveInside(folder: string, file: string): Promise<string | null> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(file)])
    return target.startsWith(root + path.sep) ? target : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** What nobody lets us see is not there either. */
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM'])

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && MISSING.has(String(error.code))
}
