import { LRUCache } from 'lru-cache'

/** A cache of so many pages; what was not asked for longest goes first. A page is good until an instant. */
export type ModelCache = {
  /** Whether the page is there and good at `now`; it is from then on, until `until`. */
  ask: (page: number, now: number, until: number) => boolean
  purge: (page: number) => void
  countPages: () => number
}

export function createModelCache(capacity: number): ModelCache {
  const pages = new LRUCache<number, number>({ max: Math.max(1, Math.floor(capacity)) })
  return {
    ask: (page, now, until) => {
      const known = pages.get(page)
      if (known !== undefined && known > now) return true
      pages.set(page, until)
      return false
    },
    purge: (page) => void pages.delete(page),
    countPages: () => pages.size,
  }
}
