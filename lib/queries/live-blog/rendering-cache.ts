import { LRUCache } from 'lru-cache'
import type { Index } from '#lib/index/index-state.ts'
import { sha256 } from '#lib/text/hash.ts'
import type { RenderedText } from '../render/render-jobs.ts'
import type { Rendering } from '../render/rendering-schema.ts'

/** Characters of HTML that are kept, some thousand updates. */
const MAX_CHARACTERS = 16_000_000
/** What an entry costs beside its HTML. */
const ENTRY_CHARACTERS = 1_000

declare global {
  /** Rendered updates by the file of their index: Next bundles this module into several chunks. */
  var broadsheetUpdateCaches: Map<string, LRUCache<string, Rendering>> | undefined
}

/** Renderings of updates by what they are made of: a save renders those alone that it changed. */
export function getUpdateCache(index: Index): LRUCache<string, Rendering> {
  globalThis.broadsheetUpdateCaches ??= new Map()
  const caches = globalThis.broadsheetUpdateCaches
  const key = index.database.location() ?? ''
  const known = caches.get(key)
  if (known !== undefined) return known
  const cache = new LRUCache<string, Rendering>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ result }) => result.length + ENTRY_CHARACTERS,
  })
  caches.set(key, cache)
  index.closers.add(async () => {
    caches.delete(key)
  })
  return cache
}

/** Alike for texts whose rendering is alike, while what they link to and picture is. */
export function toCacheKey(text: RenderedText, siteUrl: string): string {
  return sha256(
    JSON.stringify([text.body, text.title, text.language, text.sourceFile, text.idPrefix, siteUrl]),
  )
}
