import { getIndex } from '#lib/index/open-index.ts'
import { createPageStore } from './page-store.ts'

/** What Next hands over and expects back; opaque to us but for its size. */
type Rendered = { kind: string; html?: string; body?: Uint8Array; rscData?: Uint8Array }

const store = createPageStore<Rendered>()

/**
 * Next's cache of rendered pages and route answers. Holds them in memory only, so a page prerendered by the build or
 * rendered before a restart never comes back, and asks the index whether each is still true.
 *
 * Source of the interface: `cacheHandler` in Next's documentation of `next.config.js`.
 */
export default class NextCacheHandler {
  async get(key: string): Promise<{ lastModified: number; value: Rendered } | null> {
    const path = toPath(key)
    if (path === null) return null
    const now = new Date()
    const entry = store.get(await getIndex(), key, now)
    // Only the index says what is stale: to Next, what it says is true was made this moment.
    return entry === null ? null : { lastModified: now.getTime(), value: entry.value }
  }

  async set(key: string, value: Rendered | null): Promise<void> {
    const path = toPath(key)
    if (path === null || value === null || !/^APP_(?:PAGE|ROUTE)$/.test(value.kind)) return
    store.set(key, { value, path, bytes: countBytes(value) }, new Date())
  }

  /** The index's revisions stand in for Next's own tags. */
  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}

/** Keys of answers are `/route-cache/<kind>/<hash of the route>/$<path>`; others (data, images) are not kept here. */
function toPath(key: string): string | null {
  const path = /^\/route-cache\/[^/]+\/[^/]+\/\$(\/.*)$/.exec(key)?.[1]
  return path === '/index' ? '/' : (path ?? null)
}

function countBytes({ html = '', body, rscData }: Rendered): number {
  return 1024 + html.length * 2 + (body?.byteLength ?? 0) + (rscData?.byteLength ?? 0)
}
