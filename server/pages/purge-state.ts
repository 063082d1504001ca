import { listCaches, type PurgeEnv } from '#lib/config/purge-settings.ts'
import type { Site } from '#lib/config/site.ts'
import type { Index } from '#lib/index/index-state.ts'

/**
 * Tells whether caches in front of the site are purged, and can be: only then may they keep a page for long. Never where another
 * instance writes: it may have purged a page before this one has heard of the change.
 */
export function createPurgeState(
  index: Pick<Index, 'site' | 'faults' | 'isFollower'>,
  purge: PurgeEnv,
): () => boolean {
  let known: Site | null = null
  let hasCaches = false
  return () => {
    if (known !== index.site) {
      known = index.site
      hasCaches = listCaches(index.site, { purge }).length > 0
    }
    return hasCaches && !index.isFollower && !index.faults.has('purge-failed')
  }
}
