import { LRUCache } from 'lru-cache'
import { getKnownRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import type { Index } from '#lib/index/index-state.ts'

/** What may stand in the store: what it depends on, its size, and whether it is one of URLs without end. */
export type CacheablePage<Value> = {
  value: Value
  tags: readonly string[]
  bytes: number
  isOpenEnded: boolean
}

type Entry<Value> = CacheablePage<Value> & { revision: number; verified: number }

/** Addresses that can be made up without end (nothing there, a search) get this share and no more. */
const OPEN_ENDED_SHARE = 1 / 8

/** One page may take this share of the store. */
const MAX_SHARE = 1 / 8

/** What an entry costs beside what it holds. */
const ENTRY_BYTES = 1024

export type PageStore<Value> = ReturnType<typeof createPageStore<Value>>

/**
 * The one store of rendered pages, bounded in bytes. Nothing in it outlives its content: an entry is given out only
 * while none of its tags changed since its rendering began.
 */
export function createPageStore<Value>(maxBytes: number) {
  const openBytes = Math.floor(maxBytes * OPEN_ENDED_SHARE)
  const found = new LRUCache<string, Entry<Value>>({ maxSize: maxBytes - openBytes })
  const openEnded = new LRUCache<string, Entry<Value>>({ maxSize: openBytes })

  /** What was kept for `key`, if it is still true at `now`. */
  function get(index: Index, key: string, now: Date): Value | null {
    const entry = found.get(key) ?? openEnded.get(key)
    if (entry === undefined) return null
    const revision = refreshRevision(index, now)
    if (entry.verified === revision) return entry.value
    if (hasChangedSince(index, entry.tags, entry.revision)) {
      found.delete(key)
      openEnded.delete(key)
      return null
    }
    entry.verified = revision
    return entry.value
  }

  /** Keeps what was rendered from the index as it was at `revision`, or keeps it under its new size. */
  function set(key: string, page: CacheablePage<Value>, revision: number): void {
    const size = page.bytes + key.length * 2 + ENTRY_BYTES
    found.delete(key)
    openEnded.delete(key)
    if (size > maxBytes * MAX_SHARE) return
    const entry = { ...page, revision, verified: -1 }
    if (page.isOpenEnded) openEnded.set(key, entry, { size })
    else found.set(key, entry, { size })
  }

  /** What a value of the store weighs now; nothing happens when it is gone. */
  function resize(key: string, value: Value, bytes: number): void {
    const entry = found.peek(key) ?? openEnded.peek(key)
    if (entry?.value === value) set(key, { ...entry, bytes }, entry.revision)
  }

  const count = () => ({
    pages: found.size + openEnded.size,
    bytes: found.calculatedSize + openEnded.calculatedSize,
  })

  return { get, set, resize, count }
}

/** The index's revision at `now`: what the clock changed counts. To be called before a rendering begins. */
export function refreshRevision(index: Index, now: Date): number {
  getKnownRevision(index, now)
  applyDueChanges(index, now)
  return getKnownRevision(index, now)
}

/** Whether anything the tags name changed after `revision`. */
export function hasChangedSince(index: Index, tags: readonly string[], revision: number): boolean {
  return getRevisionOfTags(index, tags) > revision
}
