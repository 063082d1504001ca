import type { Index } from './index-state.ts'

/** Notes that what `tag` names has a link in its text to the content file `target`, whether or not that is live. */
export function putReference(index: Index, target: string, tag: string): void {
  const known = index.prepare('SELECT 1 FROM reference WHERE target = ? AND tag = ?').get(target, tag)
  if (known === undefined) {
    index.prepare('INSERT OR IGNORE INTO reference (target, tag) VALUES (?, ?)').run(target, tag)
  }
}

/** The cache tags of pages that link to the content file `target`. */
export function listReferences(index: Index, target: string): string[] {
  return index
    .prepare('SELECT tag FROM reference WHERE target = ?')
    .all(target)
    .map((row) => String(row.tag))
}
