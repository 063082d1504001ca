import { FEED_FORMAT_NAMES, FEED_FORMATS } from './feed-formats.ts'
import { matchRoutes } from './match-route.ts'
import { getPathPrefix, MARKDOWN_SUFFIX } from './paths.ts'
import { listRoutes, type NamedRoute, type RouteDefinition } from './route-table.ts'

/** Which part of the server answers a path. `store`: the store of pages, for whatever is nowhere too. */
export type Service = 'store' | NonNullable<RouteDefinition['service']>

const ROUTES = listRoutes()
const FIXED = new Map<string, NamedRoute>(ROUTES.filter(isFixed).map((route) => [route.path, route]))

/** Families that share all below their prefix, `/media/p/` before `/media/`. */
const FAMILIES = ROUTES.filter((route) => !isFixed(route) && hasOwnPrefix(route))
  .map((route) => ({ route, prefix: getPathPrefix(route.name) }))
  .sort((a, b) => b.prefix.length - a.prefix.length)

/** `/media/` alone is none of the files below it. */
const SERVED_FAMILIES = FAMILIES.filter(({ route }) => route.service !== undefined).map(
  ({ route, prefix }) => ({
    service: route.service,
    prefix,
    least: prefix.length + (route.path.includes('[...') ? 1 : 0),
  }),
)
const PRIVATE_PREFIXES = listPrefixes((route) => route.isPrivate === true)
const MARKDOWN_PREFIXES = listPrefixes((route) => route.markdown === true)

export function getService(path: string): Service {
  const fixed = FIXED.get(path)
  if (fixed !== undefined) return fixed.service ?? 'store'
  const family = SERVED_FAMILIES.find(({ prefix, least }) => path.length >= least && path.startsWith(prefix))
  return family?.service ?? 'store'
}

/** The query keys that change what a path answers; undefined where none does. */
export function getUsedQuery(path: string): readonly string[] | undefined {
  return FIXED.get(path)?.query
}

/** How many bytes a message may have that is sent by POST to a URL, whatever its query; null where none is sent. */
export function getMaxPostBytes(url: string): number | null {
  const query = url.indexOf('?')
  return FIXED.get(query === -1 ? url : url.slice(0, query))?.maxPostBytes ?? null
}

/** Whether each client may ask a path so often and no more. */
export function isLimited(path: string): boolean {
  return FIXED.get(path)?.limited === true
}

/** Whether no cache may keep the answer. */
export function isPrivatePath(path: string): boolean {
  return startsWithAny(path, PRIVATE_PREFIXES)
}

/** Whether shared caches may keep the response for one second only. */
export function isShortLived(path: string): boolean {
  const [match] = matchRoutes(path)
  return match?.route.isShortLived === true
}

/** The request header, besides `Accept-Encoding`, by which a path's answers differ. */
export function getVary(path: string): 'Accept' | null {
  const prefix = MARKDOWN_PREFIXES.find((candidate) => path.startsWith(candidate))
  // What lies below a story is no version of it.
  return prefix === undefined || path.includes('/', prefix.length) ? null : 'Accept'
}

/** Whether a path answers Markdown to those who prefer it. */
export function hasMarkdownVersion(path: string): boolean {
  return getVary(path) !== null && !path.endsWith(MARKDOWN_SUFFIX)
}

/** Whether a path is a Markdown version's own: it is `noindex`, so that search engines list the page instead. */
export function isMarkdownPath(path: string): boolean {
  return getVary(path) !== null && path.endsWith(MARKDOWN_SUFFIX)
}

/** Paths that the sitemap of pages lists, besides the pages of the editors. */
export function listSitemapPaths(): string[] {
  return ROUTES.filter(({ sitemap }) => sitemap === true).map(({ path }) => path)
}

/** What robots.txt asks crawlers to leave alone, as prefixes. */
export function listDisallowed(): string[] {
  return ROUTES.filter(({ disallow }) => disallow === true).map(({ name }) => getPathPrefix(name))
}

/** URL patterns of what no browser is to fetch ahead: what is no page, and what crawlers are to leave alone. */
export function listUnprefetched(): { families: string[]; endings: string[] } {
  const routes = ROUTES.filter(({ kind, disallow }) => kind === 'file' || disallow === true)
  const names = [
    ...routes.map(({ path }) => path),
    ...FEED_FORMAT_NAMES.map((format) => `/${FEED_FORMATS[format].name}`),
  ]
  return {
    families: toUnique(routes.flatMap(toFamilyPattern)).filter(
      (pattern, _at, all) => !isCovered(pattern, all),
    ),
    endings: toUnique(names.flatMap((name) => /\.\w+$/.exec(name) ?? []).map((ending) => `/*${ending}`)),
  }
}

/** Paths of a kind as `next.config.js` writes them: `/posts/:slug`, `/media/:path*`. */
export function listNextSources(isWanted: (route: NamedRoute) => boolean): string[] {
  return ROUTES.filter(isWanted).map(({ path }) =>
    path.replace(/\[\.\.\.(\w+)\]/, ':$1*').replaceAll(/\[(\w+)\]/g, ':$1'),
  )
}

function listPrefixes(isWanted: (route: NamedRoute) => boolean): string[] {
  return FAMILIES.filter(({ route }) => isWanted(route)).map(({ prefix }) => prefix)
}

function startsWithAny(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path.startsWith(prefix))
}

function isFixed({ path }: NamedRoute): boolean {
  return !path.includes('[')
}

/** Whether all that begins like the route is its own: not so for `/[page]`. */
function hasOwnPrefix({ name, kind }: NamedRoute): boolean {
  return kind !== 'internal' && getPathPrefix(name) !== '/'
}

/** `/media/*`, `/healthz`; none for what an ending tells. */
function toFamilyPattern(route: NamedRoute): string[] {
  if (/\.\w+$/.test(route.path) || !(isFixed(route) || hasOwnPrefix(route))) return []
  if (isFixed(route)) return [route.query === undefined ? route.path : `${route.path}*`]
  return [`${getPathPrefix(route.name)}*`]
}

function isCovered(pattern: string, all: readonly string[]): boolean {
  return all.some(
    (other) => other !== pattern && other.endsWith('*') && pattern.startsWith(other.slice(0, -1)),
  )
}

function toUnique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
