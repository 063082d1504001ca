import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'

/** Notes that what `tag` names has a link in its text to the content file `target`, whether or not that is live. */
export function putReference(index: Index, target: string, tag: string): void {
  index
    .prepare('INSERT OR IGNORE INTO reference (name, tag) VALUES (?, ?)')
    .run(path.posix.basename(target), tag)
}

/** Whether that is noted already. */
export function hasReference(index: Index, target: string, tag: string): boolean {
  const name = path.posix.basename(target)
  return index.prepare('SELECT 1 FROM reference WHERE name = ? AND tag = ?').get(name, tag) !== undefined
}

/** The cache tags of pages that link to a file of this name. */
export function listReferences(index: Index, file: string): string[] {
  return index
    .prepare('SELECT tag FROM reference WHERE name = ?')
    .all(path.posix.basename(file))
    .map((row) => String(row.tag))
}
