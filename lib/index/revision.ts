import { getMeta, type Index, putMeta } from './index-state.ts'

/** How often the index changed. Grows by one with every transaction that changed what some page shows. */
export function getRevision(index: Index): number {
  return Number(getMeta(index, 'revision') ?? 0)
}

/**
 * Marks what the tags name as changed, inside the caller's transaction. Nothing can have been made from an index that
 * never had a revision, so its first filling names no tags.
 */
export function touchTags(index: Index, tags: ReadonlySet<string>): void {
  if (tags.size === 0) return
  const revision = getRevision(index) + 1
  putMeta(index, 'revision', String(revision))
  if (getMeta(index, 'complete') === null) return
  const put = index.prepare('INSERT OR REPLACE INTO tag (name, revision) VALUES (?, ?)')
  for (const tag of tags) put.run(tag, revision)
}

/** The revision at which any of these last changed; 0 when none ever did. */
export function getRevisionOfTags(index: Index, tags: readonly string[]): number {
  const get = index.prepare('SELECT revision FROM tag WHERE name = ?')
  return Math.max(0, ...tags.map((tag) => Number(get.get(tag)?.revision ?? 0)))
}
