import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'
import type { PostRow } from '#lib/index/post-row.ts'

/**
 * Notes that what `tag` names has a link in its text to `target`, a content file or an address of old, whether or not that
 * is live.
 */
export function putReference(index: Index, target: string, tag: string): void {
  index.prepare('INSERT OR IGNORE INTO reference (name, tag) VALUES (?, ?)').run(toName(target), tag)
}

/** Whether that is noted already. */
export function hasReference(index: Index, target: string, tag: string): boolean {
  return (
    index.prepare('SELECT 1 FROM reference WHERE name = ? AND tag = ?').get(toName(target), tag) !== undefined
  )
}

/** The cache tags of pages that link to a file of this name, or to an address the story had before. */
export function listReferences(index: Index, { id, file }: Pick<PostRow, 'id' | 'file'>): string[] {
  return index
    .prepare(
      `SELECT tag FROM reference WHERE name = :name
       UNION SELECT tag FROM alias JOIN reference ON reference.name = alias.path WHERE post = :id`,
    )
    .all({ name: toName(file), id })
    .map((row) => String(row.tag))
}

/** A Mac names files in another form of Unicode than links to them are typed in. Addresses are in one form already. */
function toName(target: string): string {
  return target.startsWith('/') ? target : path.posix.basename(target).normalize('NFC')
}
