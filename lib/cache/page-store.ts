import { LRUCache } from 'lru-cache'
import { keepTime } from '#lib/index/clock.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getRevision, getRevisionOfTags } from '#lib/index/revision.ts'
import { getTagsOfPath } from '#lib/index/tags.ts'

const MAX_BYTES = 128 * 1024 * 1024
const MAX_RENDERS = 10_000

/** What was rendered for a URL, and the revision of the index it was rendered from. */
export type PageEntry<Value> = { value: Value; path: string; revision: number; created: number }

/**
 * The one store of rendered pages, bounded in bytes. Nothing in it outlives its content: an entry is given out only
 * while none of its tags changed since its rendering began.
 */
export function createPageStore<Value extends object>() {
  const entries = new LRUCache<string, PageEntry<Value>>({ maxSize: MAX_BYTES })
  const renders = new LRUCache<string, number>({ max: MAX_RENDERS })

  /** The entry if it is still true at `now`. If not, the caller is about to render: what it reads is at least this new. */
  function get(index: Index, key: string, now: Date): PageEntry<Value> | null {
    keepTime(index, now)
    const entry = entries.get(key)
    if (entry !== undefined && getRevisionOfTags(index, getTagsOfPath(entry.path)) <= entry.revision)
      return entry
    entries.delete(key)
    renders.set(key, Math.min(getRevision(index), renders.get(key) ?? Number.POSITIVE_INFINITY))
    return null
  }

  /** Keeps what was rendered after `get` said no; `bytes` is its size in memory. */
  function set(key: string, page: { value: Value; path: string; bytes: number }, now: Date): void {
    const revision = renders.get(key)
    renders.delete(key)
    if (revision === undefined || page.bytes > MAX_BYTES / 8) return
    entries.set(
      key,
      { value: page.value, path: page.path, revision, created: now.getTime() },
      { size: page.bytes + key.length },
    )
  }

  return { get, set }
}
