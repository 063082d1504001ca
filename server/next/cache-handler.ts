import { createPageStore, refreshRevision } from '#lib/cache/page-store.ts'
import { markRenderEnd, markRenderStart } from '#lib/cache/render-starts.ts'
import { getTagsOfResponse, isMissingStatus } from '#lib/cache/tags-of-response.ts'
import { getEnv } from '#lib/config/env.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { toPathOfCacheKey } from './markers.ts'

/** What Next hands over and expects back; opaque to us but for its size. */
type NextCacheValue = {
  kind: string
  status?: number
  html?: string
  body?: Uint8Array
  rscData?: Uint8Array
}

declare global {
  /** Set by `server/`, which keeps pages itself, lean and compressed: keeping Next's too would be keeping them twice. */
  var broadsheetServerKeepsPages: boolean | undefined
}

const store = createPageStore<NextCacheValue>(getEnv().pageCacheBytes)

/**
 * Next's cache of rendered pages and route answers. Holds them in memory only, so a page prerendered by the build or
 * rendered before a restart never comes back, and asks the index whether each is still true.
 *
 * Source of the interface: `cacheHandler` in Next's documentation of `next.config.js`.
 */
export default class NextCacheHandler {
  async get(key: string): Promise<{ lastModified: number; value: NextCacheValue } | null> {
    const path = toPathOfCacheKey(key)
    if (path === null) return null
    const now = new Date()
    const index = await getIndex()
    const value = store.get(index, key, now)
    // Only the index says what is stale: to Next, what it says is true was made this moment.
    if (value !== null) return { lastModified: now.getTime(), value }
    markRenderStart(path, refreshRevision(index, now))
    return null
  }

  async set(key: string, value: NextCacheValue | null): Promise<void> {
    const path = toPathOfCacheKey(key)
    if (path === null || value === null || !/^APP_(?:PAGE|ROUTE)$/.test(value.kind)) return
    const revision = markRenderEnd(path)
    if (revision === null || globalThis.broadsheetServerKeepsPages === true) return
    const { status = 200 } = value
    const tags = getTagsOfResponse(path, status)
    store.set(key, { value, tags, bytes: countBytes(value), isOpenEnded: isMissingStatus(status) }, revision)
  }

  /** The index's revisions stand in for Next's own tags. */
  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}

function countBytes({ html = '', body, rscData }: NextCacheValue): number {
  return html.length * 2 + (body?.byteLength ?? 0) + (rscData?.byteLength ?? 0)
}
