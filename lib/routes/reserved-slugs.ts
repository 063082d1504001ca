import { FEED_FORMAT_NAMES, FEED_FORMATS } from './feed-formats.ts'
import { listRoutes, type NamedRoute } from './route-table.ts'

const WELL_KNOWN = '.well-known'

const REPLACEABLE = new Set(
  listRoutes()
    .filter(({ replaceable }) => replaceable)
    .flatMap(listFirstSegments),
)

const ROUTE_SEGMENTS = new Set([
  ...listRoutes()
    .filter(({ replaceable }) => replaceable !== true)
    .flatMap(listFirstSegments),
  ...FEED_FORMAT_NAMES.map((format) => FEED_FORMATS[format].name),
  // Further pages of the front page, what Next answers by itself, and the files of `public/`.
  ...['page', '_next', 'feed.css', 'fonts'],
])

const WELL_KNOWN_PATHS = new Set<string>(
  listRoutes()
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`/${WELL_KNOWN}/`)),
)

/** Whether a page in `pages/` of this name would never be seen, as the site answers at its path itself. */
export function isReservedSlug(slug: string): boolean {
  return ROUTE_SEGMENTS.has(slug) || REPLACEABLE.has(slug)
}

/** The part of a path that the site itself answers at, whatever the content folder has; null where it does not. */
export function findReservedPath(path: string): string | null {
  const [, first = ''] = path.split('/')
  if (first === WELL_KNOWN) return WELL_KNOWN_PATHS.has(path) ? path : null
  return ROUTE_SEGMENTS.has(first) ? `/${first}` : null
}

/** The first segments of a route's paths, where they are fixed. */
function listFirstSegments({ path, app, showsPage }: NamedRoute): string[] {
  if (showsPage === true) return []
  return [path, app ?? path]
    .map((pattern) => pattern.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith('['))
}
