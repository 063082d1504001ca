import { FEED_FORMAT_NAMES, FEED_FORMATS } from './feed-formats.ts'
import { listRoutes, type NamedRoute } from './route-table.ts'

/** Files of `public/`: they are served before any page. */
const PUBLIC_FILES = ['feed.css']

const RESERVED = new Set([
  ...listRoutes().flatMap(listFirstSegments),
  ...FEED_FORMAT_NAMES.map((format) => FEED_FORMATS[format].name),
  ...PUBLIC_FILES,
  // Further pages of the front page, and what Next answers by itself.
  ...['page', '_next'],
])

/** Whether a page in `pages/` of this name would never be seen, as the site answers at its path itself. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.has(slug)
}

/** The first segments of a route's paths, where they are fixed. */
function listFirstSegments({ path, app, showsPage }: NamedRoute): string[] {
  if (showsPage === true) return []
  return [path, app ?? path]
    .map((pattern) => pattern.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith('['))
}
