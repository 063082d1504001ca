import { opendir } from 'node:fs/promises'
import path from 'node:path'
import type { Index } from './index-state.ts'

/**
 * Whether the content folder cannot be seen, as when its disk is not mounted: what lies beside the stories is no more gone
 * than they are. Known to whoever reads the files a moment later than here.
 */
export async function isContentMissing(index: Index): Promise<boolean> {
  if (index.faults.has('content-missing') || index.faults.has('no-content')) return true
  return hasPosts(index) && !(await canOpen(path.join(index.contentDir, 'posts')))
}

/** A paper whose posts are all deleted still has its folder of posts, one that never had any need not. */
export function hasPosts(index: Index): boolean {
  return index.prepare('SELECT 1 FROM post LIMIT 1').get() !== undefined
}

async function canOpen(folder: string): Promise<boolean> {
  try {
    await using _folder = await opendir(/* turbopackIgnore: true */ folder)
    return true
  } catch {
    return false
  }
}
