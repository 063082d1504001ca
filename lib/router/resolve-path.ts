import { decodePath } from '#lib/http/decode-path.ts'
import { findMediaType } from '#lib/http/media-types.ts'
import { findFormerPath } from '#lib/index/addresses/former-path.ts'
import type { RedirectTarget } from '#lib/index/addresses/redirects.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { isGone } from '#lib/index/moves.ts'
import { encodeContentPath } from '#lib/markdown/urls/content-path.ts'
import { findAuthorSlug } from '#lib/queries/addresses/author-slug.ts'
import { findFormerSlug } from '#lib/queries/addresses/former-slug.ts'
import { getContentFile } from '#lib/queries/files/content-files.ts'
import { findRootFile } from '#lib/queries/files/root-file.ts'
import type { ListName } from '#lib/routes/lists.ts'
import { matchRoutes, type RouteMatch } from '#lib/routes/match-route.ts'
import { getPathPrefix, HOME_PATH, toPath, toPostPath } from '#lib/routes/paths.ts'
import type { NamedRoute, ResolvedRoute, RouteName } from '#lib/routes/route-table.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { trimEndOf } from '#lib/text/trim.ts'
import { hasList, RESOLVERS } from './resolvers.ts'

/**
 * What becomes of a request before any page is rendered. `page`: a page, a file or a feed answers it; `root`: a file of the
 * content folder's `root/`.
 */
export type PathResolution =
  | { kind: 'page' }
  | { kind: 'root' }
  | { kind: 'moved'; path: string; status: number }
  | { kind: 'gone' }
  | { kind: 'missing' }

/** Redirects that are followed before an address counts as none. */
const MAX_HOPS = 5

const PAGE: PathResolution = { kind: 'page' }
const MISSING: PathResolution = { kind: 'missing' }

/**
 * Which of the site's answers a path gets at `now`: its status, and where it leads. Next can only decide that before it
 * renders; once it does, a page that is not there comes out as an empty document. `search` is the query with its `?`;
 * `hops` are the redirects that led here.
 */
export async function resolvePath(path: string, now: Date, search = '', hops = 0): Promise<PathResolution> {
  const decoded = decodePath(path)
  if (decoded === null) return MISSING
  const target = search === '' ? null : findFormerPath(await getIndex(), decoded, now, search)
  if (target !== null) return followRedirect(target, now, hops)
  const composed = decoded.normalize('NFC')
  const resolved = await resolveComposed(composed, now, hops)
  return resolved.kind === 'page' && composed !== decoded ? toMoved(encodeURI(composed)) : resolved
}

/** Paths are kept in one Unicode normalization form; other forms are redirected to it. */
async function resolveComposed(path: string, now: Date, hops: number): Promise<PathResolution> {
  const index = await getIndex()
  const matches = [...matchRoutes(path)]
  for (const match of matches) {
    const found = await resolveMatch(match, index, now)
    if (found !== null) return found
  }
  if (findRootFile(index, path) !== null) return { kind: 'root' }
  const target = findFormerPath(index, path, now)
  return target === null ? resolveFormer(path, matches, index, now) : followRedirect(target, now, hops)
}

/** Where a redirect leads in the end, in one answer; nowhere when they lead in a circle, or to what is not there. */
async function followRedirect(target: RedirectTarget, now: Date, hops: number): Promise<PathResolution> {
  const moved: PathResolution = { kind: 'moved', ...target }
  if (!target.path.startsWith('/')) return moved
  if (hops === MAX_HOPS) return MISSING
  const { pathname, search, hash } = new URL(target.path, 'http://site.invalid')
  const path = trimEndOf(pathname, /\//) || HOME_PATH
  const next = await resolvePath(path, now, search, hops + 1)
  if (next.kind === 'page' || next.kind === 'root') return { ...moved, path: path + search + hash }
  if (next.kind !== 'moved') return next
  return { ...moved, path: next.path + (next.path.includes('#') ? '' : hash) }
}

function toMoved(path: string): PathResolution {
  return { kind: 'moved', path, status: 308 }
}

/** Null where the route has no such page. */
async function resolveMatch(match: RouteMatch, index: Index, now: Date): Promise<PathResolution | null> {
  const { route, params } = match
  if (route.kind !== 'page') return null
  if (route.list !== undefined)
    return resolveListPage({ kind: route.list, slug: params.join('-') }, match, index, now)
  const found = isResolved(route.name) ? await RESOLVERS[route.name](params, now) : true
  if (typeof found === 'string') return toMoved(found)
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
  if (proper !== list.slug) return toMoved([toPath(route.name, proper), ...below].join('/'))
  if (!(await hasList(list, index, now))) return null
  if (below.length === 0) return PAGE
  const [word, number = '', ...more] = below
  if (word !== 'page' || more.length > 0 || !/^[1-9]\d{0,6}$/.test(number)) return null
  if (number === '1') return toMoved(toPath(route.name, ...params))
  return Number(number) <= Math.ceil(countLive(index, list, now) / index.site.pageSize) ? PAGE : null
}

/** What is no page: the address of a story before its day told it apart, a story that is gone, a file, or nothing. */
async function resolveFormer(
  path: string,
  matches: readonly RouteMatch[],
  index: Index,
  now: Date,
): Promise<PathResolution> {
  const slug = matches.find(({ route }) => route.name === 'post')?.params[0]
  const former = slug === undefined ? null : findFormerSlug(index, slug, now)
  if (former !== null) return toMoved(toPostPath(former))
  if (slug !== undefined && isGone(index, slug, now)) return { kind: 'gone' }
  if (matches.some(({ route }) => route.kind === 'internal')) return MISSING
  const file = await findFilePath(path, index, now)
  if (file !== null) return toMoved(file)
  return isFilePath(path) || matches.some(({ route }) => isFixedFile(route, path)) ? PAGE : MISSING
}

/** Where a file of the content folder is served that another program served at its path: `/wp-content/uploads/a.jpg`. */
async function findFilePath(path: string, index: Index, now: Date): Promise<string | null> {
  if (findMediaType(path) === null || !path.includes('/', 1)) return null
  const served = `${getPathPrefix('media')}${encodeContentPath(path.slice(1))}`
  return (await getContentFile(index, served, now)) === null ? null : served
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
