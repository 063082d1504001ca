import type { Index } from '#lib/index/index-state.ts'
import { encodeContentPath } from '#lib/markdown/urls/content-path.ts'
import { describeFile } from './describe-pictures.ts'
import { getPictureState } from './pictures.ts'

/** Whether a file of the content folder is a picture by its name. */
export function isPictureFile(file: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(file)
}

/** Where a picture of the content folder is served: `media/x.jpg` and `posts/x.jpg` → `/media/x.jpg`, `/media/posts/x.jpg`. */
export function toFileSource(file: string): string {
  return `${file.startsWith('media/') ? '/' : '/media/'}${encodeContentPath(file)}`
}

/**
 * Looks again at pictures of the content folder that content names: these, or all. What shows one that changed is to be
 * made again.
 */
export async function refreshPictures(
  index: Index,
  sources: readonly string[] = listFileSources(index),
): Promise<void> {
  for (const source of sources) {
    if (getPictureState(index, source) !== null) await describeFile(index, source)
  }
}

function listFileSources(index: Index): readonly string[] {
  return index
    .prepare("SELECT source FROM picture WHERE source LIKE '/%'")
    .all()
    .map((row) => String(row.source))
}
