import { FEED_FORMAT_NAMES, FEED_FORMATS } from './feed-formats.ts'
import { listRoutes, type NamedRoute } from './route-table.ts'

/** Icons of `public/`: they are served before any page, and a paper may have its own. */
const ICONS = new Set([
  'apple-touch-icon.png',
  'favicon.ico',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
  'icon.svg',
])

const ROUTE_SEGMENTS = new Set([
  ...listRoutes().flatMap(listFirstSegments),
  ...FEED_FORMAT_NAMES.map((format) => FEED_FORMATS[format].name),
  // Further pages of the front page, what Next answers by itself, and the other files of `public/`.
  ...['page', '_next', 'feed.css', 'fonts'],
])

/** Whether a page in `pages/` of this name would never be seen, as the site answers at its path itself. */
export function isReservedSlug(slug: string): boolean {
  return ROUTE_SEGMENTS.has(slug) || ICONS.has(slug)
}

/** Whether the site itself answers at and below a first segment, whatever the content folder has. */
export function isRouteSegment(segment: string): boolean {
  return ROUTE_SEGMENTS.has(segment)
}

/** Whether a path is that of an icon which a paper may have its own of. */
export function isIconPath(path: string): boolean {
  return ICONS.has(path.slice(1))
}

/** The first segments of a route's paths, where they are fixed. */
function listFirstSegments({ path, app, showsPage }: NamedRoute): string[] {
  if (showsPage === true) return []
  return [path, app ?? path]
    .map((pattern) => pattern.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith('['))
}
