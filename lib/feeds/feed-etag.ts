import { refreshRevision } from '#lib/cache/page-store.ts'
import { getEnv } from '#lib/config/env.ts'
import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { getTagsOfPath } from '#lib/freshness/tags.ts'
import { getMeta } from '#lib/index/index-state.ts'
import { resolvePath } from '#lib/routes/resolve-path.ts'
import { hasSitemapPart } from '#lib/sitemaps/render-sitemap.ts'
import { parseSitemapPart } from '#lib/sitemaps/sitemap-parts.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { sha256 } from '#lib/text/hash.ts'

const ALWAYS_THERE = /^\/(?:(?:feed|atom|sitemap|news-sitemap)\.xml|feed\.json|llms\.txt)$/
const FEED_OF_TERM = /^(\/(?:section|tag|author)s\/[^/]+)\/(?:feed\.xml|atom\.xml|feed\.json)$/
const SITEMAP_PART = /^\/sitemaps\/([^/]+)$/

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
  if (ALWAYS_THERE.test(path)) return true
  const term = FEED_OF_TERM.exec(path)?.[1]
  if (term !== undefined) return (await resolvePath(term, now)).kind === 'page'
  const part = parseSitemapPart(SITEMAP_PART.exec(path)?.[1] ?? '')
  return part !== null && hasSitemapPart(part, { index: await getIndex(), siteUrl: getEnv().siteUrl, now })
}
