import { LRUCache } from 'lru-cache'
import { keepTime } from '#lib/index/clock.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getKnownRevision, getRevisionOfTags } from '#lib/index/revision.ts'
import { getTagsOfPath } from '#lib/index/tags.ts'

/** What may stand in the store: its size, and whether the URL answers with a page at all. */
export type Page<Value> = { value: Value; path: string; bytes: number; isMissing: boolean }

type Entry<Value> = Page<Value> & { revision: number; verified: number }

/** Addresses that answer nothing (404, 410) can be made up without end: they get this share and no more. */
const MISSING_SHARE = 1 / 8

/** One page may take this share of the store. */
const LARGEST_SHARE = 1 / 8

/** What an entry costs beside what it holds. */
const ENTRY_BYTES = 1024

export type PageStore<Value> = ReturnType<typeof createPageStore<Value>>

/**
 * The one store of rendered pages, bounded in bytes. Nothing in it outlives its content: an entry is given out only
 * while none of its path's tags changed since its rendering began.
 */
export function createPageStore<Value>(maxBytes: number) {
  const missingBytes = Math.floor(maxBytes * MISSING_SHARE)
  const found = new LRUCache<string, Entry<Value>>({ maxSize: maxBytes - missingBytes })
  const missing = new LRUCache<string, Entry<Value>>({ maxSize: missingBytes })

  /** What was kept for `key`, if it is still true at `now`. */
  function get(index: Index, key: string, now: Date): Value | null {
    const entry = found.get(key) ?? missing.get(key)
    if (entry === undefined) return null
    const revision = bringUpToDate(index, now)
    if (entry.verified === revision) return entry.value
    if (hasChangedSince(index, entry.path, entry.revision)) {
      found.delete(key)
      missing.delete(key)
      return null
    }
    entry.verified = revision
    return entry.value
  }

  /** Keeps what was rendered from the index as it was at `revision`, or keeps it under its new size. */
  function set(key: string, page: Page<Value>, revision: number): void {
    const size = page.bytes + key.length * 2 + ENTRY_BYTES
    found.delete(key)
    missing.delete(key)
    if (size > maxBytes * LARGEST_SHARE) return
    const entry = { ...page, revision, verified: -1 }
    if (page.isMissing) missing.set(key, entry, { size })
    else found.set(key, entry, { size })
  }

  /** What a value of the store weighs now; nothing happens when it is gone. */
  function resize(key: string, value: Value, bytes: number): void {
    const entry = found.peek(key) ?? missing.peek(key)
    if (entry?.value === value) set(key, { ...entry, bytes }, entry.revision)
  }

  const count = () => ({
    pages: found.size + missing.size,
    bytes: found.calculatedSize + missing.calculatedSize,
  })

  return { get, set, resize, count }
}

/** The index's revision at `now`: what the clock changed counts. To be called before a rendering begins. */
export function bringUpToDate(index: Index, now: Date): number {
  getKnownRevision(index, now)
  keepTime(index, now)
  return getKnownRevision(index, now)
}

/** Whether anything the path shows changed after `revision`. */
export function hasChangedSince(index: Index, path: string, revision: number): boolean {
  return getRevisionOfTags(index, getTagsOfPath(path)) > revision
}
