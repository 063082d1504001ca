import { lstatSync, opendirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { toFault } from '#lib/files/path-errors.ts'
import type { Index } from './index-state.ts'

/** What the folder of posts is when it leads out of the content folder. */
export const LINKS_OUTSIDE = 'links outside'

/**
 * Why the content folder is not to be believed, as the system's error of its folder of posts (`ENOENT`); null when it is. An
 * unmounted disk looks like an empty folder; a paper whose posts are all deleted still has its folder of posts.
 */
export function findContentFault(index: Index): string | null {
  const fault = findFault(index.contentDir, path.join(index.contentDir, 'posts'))
  return fault !== null && (fault === LINKS_OUTSIDE || hasPosts(index)) ? fault : null
}

/** Whether what lies beside the stories cannot be known now: it is no more gone than they are. */
export function isContentMissing(index: Index): boolean {
  return findContentFault(index) !== null
}

export function hasPosts(index: Index): boolean {
  return index.prepare('SELECT 1 FROM post LIMIT 1').get() !== undefined
}

function findFault(contentDir: string, posts: string): string | null {
  try {
    const stat = lstatSync(/* turbopackIgnore: true */ posts)
    if (stat.isSymbolicLink()) {
      const inside = realpathSync(/* turbopackIgnore: true */ posts).startsWith(
        realpathSync(/* turbopackIgnore: true */ contentDir) + path.sep,
      )
      if (!inside) return LINKS_OUTSIDE
    } else if (!stat.isDirectory()) return 'not a folder'
    opendirSync(/* turbopackIgnore: true */ posts).closeSync()
    return null
  } catch (error) {
    return toFault(error)
  }
}
