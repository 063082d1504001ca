import { refreshRevision } from '#lib/cache/page-store.ts'
import { getEnv } from '#lib/config/env.ts'
import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { getMeta } from '#lib/index/index-state.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { parseFeedPath } from '#lib/routes/feed-paths.ts'
import { matchRoutes } from '#lib/routes/match-route.ts'
import { parseSitemapPart, type SitemapPartRef } from '#lib/routes/sitemap-part.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'
import { hasSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { sha256 } from '#lib/text/hash.ts'

const NEWS: SitemapPartRef = { kind: 'news', number: 1 }

/** Another process may run another version of the program. */
const STARTED = Math.floor(performance.timeOrigin)

/**
 * The entity tag of a feed or a sitemap as it is at `now`, without rendering it: it is the same as long as this process
 * runs and nothing in the index that the path shows has changed. Null for other paths, and where nothing is.
 */
export async function getFeedEtag(path: string, now: Date): Promise<string | null> {
  if (!(await isThere(path, now))) return null
  const index = await getIndex()
  refreshRevision(index, now)
  const revision = getRevisionOfTags(index, getTagsOfPath(path))
  return `"${sha256([path, STARTED, getMeta(index, 'complete'), revision].join('\n')).slice(0, 22)}"`
}

async function isThere(path: string, now: Date): Promise<boolean> {
  const feed = parseFeedPath(path)
  if (feed !== null) return feed.page === null && (await resolvePath(feed.listPath, now)).kind === 'page'
  const [match] = matchRoutes(path)
  if (match?.route.etag !== true) return false
  const { name } = match.route
  if (name !== 'sitemapPart' && name !== 'newsSitemap') return true
  const part = name === 'newsSitemap' ? NEWS : parseSitemapPart(match.params[0] ?? '')
  return part !== null && hasSitemapPart(part, { index: await getIndex(), siteUrl: getEnv().siteUrl, now })
}
