import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { BYTES, findMediaType, type MediaType } from '#lib/http/media-types.ts'
import { listForms } from '#lib/text/unicode-forms.ts'
import { listOtherPlaces, listOwnPlaces } from './file-places.ts'
import { isCode, isMissing } from './path-errors.ts'
import { isServed } from './served-files.ts'

/**
 * A file that may be served: where it really is, its path in the content folder, what it is, and what tells two versions of
 * it apart.
 */
export type ContentFile = {
  file: string
  path: string
  media: MediaType
  size: number
  modified: Date
  etag: string
}

/**
 * The file behind `/media/<segments>`: `['x.pdf']` is `CONTENT_DIR/media/x.pdf`, `['posts', '2014', 'x.pdf']` the file
 * beside that post; what is not below `media` is looked for below the content folder, where folders of another program
 * (`wp-content`, `assets`, `static`) may lie as they were: pictures, sound, film and documents are. Null for anything else: stories,
 * what synchronisers left, what is not in the content folder once links are followed. Segments are decoded text: a `..`, a
 * slash or a NUL in one is refused, however it was written in the URL.
 */
export async function findContentFile(
  contentDir: string,
  segments: readonly string[],
): Promise<ContentFile | null> {
  if (segments.length === 0 || !segments.every(isFileName)) return null
  const below = segments.join('/')
  return (
    (await openFirst(contentDir, listOwnPlaces(below))) ??
    openFirst(contentDir, listOtherPlaces(below, await listFolders(contentDir)))
  )
}

async function openFirst(contentDir: string, places: readonly string[]): Promise<ContentFile | null> {
  for (const place of places) {
    const found = await openInAnyForm(contentDir, place)
    if (found !== null) return found
  }
  return null
}

/** None where there is no content folder, as when its disk is not mounted. */
async function listFolders(contentDir: string): Promise<Set<string>> {
  try {
    return new Set(await readdir(/* turbopackIgnore: true */ contentDir))
  } catch (error) {
    if (isUnseen(error)) return new Set()
    throw error
  }
}

/** Hidden files (`.env`, `..`) are never served. */
function isFileName(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && !/[\\/\0]/.test(segment)
}

/** The file may be named in another form of Unicode than it is asked for. */
async function openInAnyForm(contentDir: string, name: string): Promise<ContentFile | null> {
  for (const form of listForms(name)) {
    const file = await resolveInside(contentDir, path.join(contentDir, form))
    if (file !== null) return describe(file, form)
  }
  return null
}

async function describe(file: string, name: string): Promise<ContentFile | null> {
  const stats = await stat(/* turbopackIgnore: true */ file)
  if (!stats.isFile()) return null
  const media = findMediaType(file) ?? BYTES
  return { file, path: name, media, size: stats.size, modified: stats.mtime, etag: toEtag(stats) }
}

function toEtag({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string {
  return `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
}

/** Where a path leads once links are followed; null when that is nowhere, or nothing that is served where it lies. */
async function resolveInside(folder: string, file: string): Promise<string | null> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(file)])
    const below = path.relative(root, target).split(path.sep)
    return below.every(isFileName) && isServed(below.join('/')) ? target : null
  } catch (error) {
    if (isUnseen(error)) return null
    throw error
  }
}

const UNSEEN = ['ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM']

/** A file without read permission, or with a name that cannot be, is missing too. */
function isUnseen(error: unknown): boolean {
  return isMissing(error) || UNSEEN.some((code) => isCode(error, code))
}
