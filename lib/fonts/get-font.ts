import { LRUCache } from 'lru-cache'
import { type CustomFaces, FACE_ROLES, type FontFile } from '#lib/config/custom-faces.ts'
import { readWholeFile } from '#lib/files/read-file.ts'
import { getMediaType } from '#lib/http/media-types.ts'
import { sha256 } from '#lib/text/hash.ts'
import { findFontFile } from './load-fonts.ts'

/** A font's bytes. They never change at this address. */
export type ServedFont = { type: string; etag: string; bytes: Uint8Array }

const CACHE_BYTES = 1_000_000

/** Fonts by their hash. */
const cache = new LRUCache<string, Uint8Array>({
  maxSize: CACHE_BYTES,
  sizeCalculation: (bytes) => bytes.length,
})

/** The font at a path that pages name now, if its bytes lie in memory. */
export function getCachedFont(faces: CustomFaces | undefined, url: string): ServedFont | null {
  const file = findFile(faces, url)
  const bytes = file === null ? undefined : cache.get(file.hash)
  return file === null || bytes === undefined ? null : toServedFont(file, bytes)
}

/**
 * The same, read from the content folder where it must be. Null for any other path, and while the file has other bytes than
 * those that were checked.
 */
export async function getFont(
  contentDir: string,
  faces: CustomFaces | undefined,
  url: string,
): Promise<ServedFont | null> {
  const file = findFile(faces, url)
  if (file === null) return null
  const bytes = await readFont(contentDir, file)
  return bytes === null ? null : toServedFont(file, bytes)
}

/** The bytes of a font that was checked; null when the file has others by now, or none. */
export async function readFont(contentDir: string, { file, hash }: FontFile): Promise<Uint8Array | null> {
  const known = cache.get(hash)
  if (known !== undefined) return known
  try {
    const found = findFontFile(contentDir, file)
    const bytes = found === null ? null : await readWholeFile(found)
    if (bytes === null || sha256(bytes) !== hash) return null
    cache.set(hash, bytes)
    return bytes
  } catch (error) {
    // It is gone, or cannot be read any more: the sync reports it.
    if (Error.isError(error) && 'code' in error) return null
    throw error
  }
}

function findFile(faces: CustomFaces | undefined, url: string): FontFile | null {
  if (faces === undefined) return null
  for (const role of FACE_ROLES) {
    const found = faces[role]?.files.find((file) => file.url === url)
    if (found !== undefined) return found
  }
  return null
}

function toServedFont({ url, hash }: FontFile, bytes: Uint8Array): ServedFont {
  const type = getMediaType(url.slice(url.lastIndexOf('.') + 1))
  return { type, etag: `"${hash.slice(0, 20)}"`, bytes }
}
