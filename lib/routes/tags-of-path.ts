import { ALL_TAG, SITE_TAG, toListTag } from './cache-tags.ts'
import { parseFeedRoutePath } from './feed-paths.ts'
import { matchRoutes, type RouteMatch } from './match-route.ts'

/**
 * The cache tags of what a URL answers. A path of no known kind (a standing page, an alias, a 404) depends on all stories.
 *
 * @param path percent-encoded; of the public or, in Next's own cache, of `app/`
 */
export function getTagsOfPath(path: string): string[] {
  const feed = parseFeedRoutePath(path)
  if (feed !== null) return getTagsOfPath(feed)
  const [match] = matchRoutes(path)
  return [SITE_TAG, ...(match === undefined ? [ALL_TAG] : getOwnTags(match))]
}

function getOwnTags({ route, params, below }: RouteMatch): readonly string[] {
  const decoded = params.map(decodeSegment)
  if (route.tags !== undefined) return route.tags(decoded, below)
  return [route.list === undefined ? ALL_TAG : toListTag({ kind: route.list, slug: decoded.join('-') })]
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
