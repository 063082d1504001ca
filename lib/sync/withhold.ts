import path from 'node:path'
import { getContentKind } from '#lib/content/content-kind.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { isOpenAt, toAudience } from '#lib/content/publicity/audience.ts'
import { readRegularFile } from '#lib/files/read-file.ts'
import type { Index } from '#lib/index/index-state.ts'

/** More files than these are not looked at one by one. */
const MAX_FILES = 1_000

/**
 * Of stories whose files changed or went, but whose rows could not be written: those that the public may no longer see are
 * hidden all the same.
 */
export function withholdStories(index: Index, files: readonly string[], now: Date): void {
  for (const file of files.slice(0, MAX_FILES)) {
    if (getContentKind(file) !== 'post' || isPublic(index, file, now)) continue
    const slug = index.prepare('SELECT slug FROM post WHERE file = ?').get(file)?.slug
    if (typeof slug === 'string') index.withheld.set(slug, file)
  }
  index.onChange()
}

/** To be called when what these files say is written. */
export function releaseStories({ withheld }: Index, files: ReadonlySet<string>): void {
  for (const [slug, file] of withheld) if (files.has(file)) withheld.delete(slug)
}

/**
 * Whether the public may see what a file says now. One that cannot be read as a story keeps its last good version, unless
 * it says that it is a draft.
 */
function isPublic(index: Index, file: string, now: Date): boolean {
  const bytes = readBytes(path.join(index.contentDir, file))
  if (bytes === null) return false
  const { post, audience } = parsePost({ path: file, bytes }, index.site)
  if (post !== null) return isOpenAt(toAudience(post), now)
  return audience === undefined || isOpenAt(audience, now)
}

/** Null for a file that is not there. */
function readBytes(file: string): Uint8Array | null {
  try {
    return readRegularFile(file)
  } catch {
    return null
  }
}
