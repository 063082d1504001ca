import { decodePath } from '#lib/http/decode-path.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { isGone } from '#lib/index/moves.ts'
import { findAuthorSlug } from '#lib/queries/addresses/author-slug.ts'
import { findFormerSlug } from '#lib/queries/addresses/former-slug.ts'
import { getRedirect } from '#lib/queries/queries.ts'
import type { ListName } from '#lib/routes/lists.ts'
import { matchRoutes, type RouteMatch } from '#lib/routes/match-route.ts'
import { toPath, toPostPath } from '#lib/routes/paths.ts'
import type { NamedRoute, ResolvedRoute, RouteName } from '#lib/routes/route-table.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { hasList, RESOLVERS } from './resolvers.ts'

/** What becomes of a request before any page is rendered. `page`: a page, a file or a feed answers it. */
export type PathResolution =
  | { kind: 'page' }
  | { kind: 'moved'; path: string }
  | { kind: 'gone' }
  | { kind: 'missing' }

const PAGE: PathResolution = { kind: 'page' }
const MISSING: PathResolution = { kind: 'missing' }

/**
 * Which of the site's answers a path gets at `now`: its status, and where it leads. Next can only decide that before it
 * renders; once it does, a page that is not there comes out as an empty document. `search` is the query with its `?`.
 */
export async function resolvePath(path: string, now: Date, search = ''): Promise<PathResolution> {
  const decoded = decodePath(path)
  if (decoded === null) return MISSING
  const target = search === '' ? null : await getRedirect(decoded, now, search)
  if (target !== null) return { kind: 'moved', path: target }
  const composed = decoded.normalize('NFC')
  const resolved = await resolveComposed(composed, now)
  return resolved.kind === 'page' && composed !== decoded
    ? { kind: 'moved', path: encodeURI(composed) }
    : resolved
}

/** Addresses are kept in one form of Unicode; whoever asks in another is led to that. */
async function resolveComposed(path: string, now: Date): Promise<PathResolution> {
  const index = await getIndex()
  const matches = [...matchRoutes(path)]
  for (const match of matches) {
    const found = await resolveMatch(match, index, now)
    if (found !== null) return found
  }
  return resolveFormer(path, matches, index, now)
}

/** Null where the route has no such page. */
async function resolveMatch(match: RouteMatch, index: Index, now: Date): Promise<PathResolution | null> {
  const { route, params } = match
  if (route.kind !== 'page') return null
  if (route.list !== undefined)
    return resolveListPage({ kind: route.list, slug: params.join('-') }, match, index, now)
  const found = isResolved(route.name) ? await RESOLVERS[route.name](params, now) : true
  if (typeof found === 'string') return { kind: 'moved', path: found }
  return found ? PAGE : null
}

/** Page 1 of a list has one URL only, the list's own; the others are at `page` and a number below it. */
async function resolveListPage(
  list: ListName,
  { route, params, below }: RouteMatch,
  index: Index,
  now: Date,
): Promise<PathResolution | null> {
  const proper = list.kind === 'author' ? findAuthorSlug(index, list.slug, now) : list.slug
  if (proper !== list.slug) return { kind: 'moved', path: [toPath(route.name, proper), ...below].join('/') }
  if (!(await hasList(list, index, now))) return null
  if (below.length === 0) return PAGE
  const [word, number = '', ...more] = below
  if (word !== 'page' || more.length > 0 || !/^[1-9]\d{0,6}$/.test(number)) return null
  if (number === '1') return { kind: 'moved', path: toPath(route.name, ...params) }
  return Number(number) <= Math.ceil(countLive(index, list, now) / index.site.pageSize) ? PAGE : null
}

/** What is no page: a former address, a story that is gone, a file, or nothing. */
async function resolveFormer(
  path: string,
  matches: readonly RouteMatch[],
  index: Index,
  now: Date,
): Promise<PathResolution> {
  const target = await getRedirect(path, now)
  if (target !== null) return { kind: 'moved', path: target }
  const slug = matches.find(({ route }) => route.name === 'post')?.params[0]
  const former = slug === undefined ? null : findFormerSlug(index, slug, now)
  if (former !== null) return { kind: 'moved', path: toPostPath(former) }
  if (slug !== undefined && isGone(index, slug, now)) return { kind: 'gone' }
  if (matches.some(({ route }) => route.kind === 'internal')) return MISSING
  return isFilePath(path) || matches.some(({ route }) => isFixedFile(route, path)) ? PAGE : MISSING
}

/**
 * `/feed.xml`, `/posts/tide.md`: made by a route of its own or lying in `public/`. Web pages of old are none of these, nor
 * is what Next would call its own data.
 */
function isFilePath(path: string): boolean {
  return /\.\w+$/.test(path) && !/^\/_next\/|\.(?:html?|php|aspx?)$/i.test(path)
}

/** A file of the table whose name has no ending. */
function isFixedFile({ kind, app, path: pattern }: NamedRoute, path: string): boolean {
  return kind === 'file' && app !== null && pattern === path
}

function isResolved(name: RouteName): name is ResolvedRoute {
  return Object.hasOwn(RESOLVERS, name)
}
