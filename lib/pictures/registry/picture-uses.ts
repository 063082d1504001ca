import { getContentKind } from '#lib/content/content-kind.ts'
import { getTagsOfPost, SITE_TAG } from '#lib/freshness/tags.ts'
import type { Index } from '#lib/index/index-state.ts'
import { POST_COLUMNS, toPostRow } from '#lib/index/post-row.ts'
import { resolveMediaUrl } from '#lib/markdown/urls/media-url.ts'
import { reportPictures } from './picture-problems.ts'
import { listFilesNaming } from './pictures.ts'

/** Where a file names a picture: as its own, or in its text. */
export type PictureUse = 'own' | 'body'

/** The address a picture is known by here: where it is served, or its URL on another site. Null when it is refused. */
export function toPictureSource(src: string, sourceFile: string): string | null {
  const url = resolveMediaUrl(src, sourceFile)
  if (url === null || !isPictureSource(url)) return null
  // A query names another picture on another site, but not here.
  const [source = ''] = url.split(url.startsWith('/') ? /[?#]/ : '#', 1)
  return source
}

function isPictureSource(url: string): boolean {
  return url.startsWith('/media/') || /^https?:/.test(url)
}

/** Replaces what `file` names at a place. Rendering happens often, and finds the same each time. */
export function putPictureUses(
  index: Index,
  file: string,
  position: PictureUse,
  sources: ReadonlySet<string>,
): void {
  const known = listPictureUses(index, file, position)
  if (known.length === sources.size && known.every((source) => sources.has(source))) return
  index.prepare('DELETE FROM picture_use WHERE file = ? AND place = ?').run(file, position)
  const put = index.prepare('INSERT OR IGNORE INTO picture_use (file, place, source) VALUES (?, ?, ?)')
  for (const source of sources) put.run(file, position, source)
  reportPictures(index, file)
}

/** What `file` names at a place. */
export function listPictureUses(index: Index, file: string, position: PictureUse): string[] {
  return index
    .prepare('SELECT source FROM picture_use WHERE file = ? AND place = ? ORDER BY source')
    .all(file, position)
    .map((row) => String(row.source))
}

/** Notes the picture a file's front matter names. */
export function putOwnPicture(
  index: Index,
  { image, sourceFile }: { image: { src: string } | null; sourceFile: string },
): void {
  const source = image === null ? null : toPictureSource(image.src, sourceFile)
  putPictureUses(index, sourceFile, 'own', new Set(source === null ? [] : [source]))
}

export function removePictureUses(index: Index, file: string): void {
  index.prepare('DELETE FROM picture_use WHERE file = ?').run(file)
}

/** The cache tags of every page that shows a picture. */
export function getTagsOfPicture(index: Index, source: string, now: Date): Set<string> {
  return new Set(listFilesNaming(index, source).flatMap((file) => getTagsOfFile(index, file, now)))
}

function getTagsOfFile(index: Index, file: string, now: Date): string[] {
  if (getContentKind(file) !== 'post') return [SITE_TAG]
  const row = index.prepare(`SELECT ${POST_COLUMNS} FROM post WHERE file = ?`).get(file)
  return row === undefined ? [] : getTagsOfPost(index, toPostRow(row), now)
}
