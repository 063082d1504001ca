import { decodePath } from '#lib/http/decode-path.ts'
import { matchRoutes, type RouteMatch } from '#lib/routes/match-route.ts'
import type { RouteName } from '#lib/routes/route-table.ts'
import { trimEndOf } from '#lib/text/trim.ts'
import { countLive } from '../counts.ts'
import { getFileUrl } from '../file-url.ts'
import type { Index } from '../index-state.ts'
import { LIVE_POST } from '../live.ts'
import { toAliasKey } from './alias-key.ts'
import { findFormerPath } from './former-path.ts'

/** Pages with a name: `slug` is there at `now`. */
const PRESENT = new Map<RouteName, string>([
  ['post', `SELECT 1 FROM post WHERE slug = :slug AND ${LIVE_POST}`],
  ['page', 'SELECT 1 FROM page WHERE slug = :slug AND :now > 0'],
])

/** Redirects that are followed before an address counts as none. */
const MAX_HOPS = 5

/**
 * Where a link leads at `now`: `target` is a file of the content folder (`posts/x.md`), or an address of the site as
 * `toAddressName` writes it. Null where no story answers for the file, and where the address is not one of old.
 */
export function getLinkTarget(index: Index, target: string, now: Date): string | null {
  return target.startsWith('/') ? findPresentPath(index, target, now) : getFileUrl(index, target, now)
}

/** How a link's address is noted; null for one that never was a page's. */
export function toAddressName(path: string, search: string): string | null {
  const decoded = decodePath(path)
  if (decoded === null) return null
  const [match] = matchRoutes(decoded)
  return match?.route.kind === 'file' ? null : toAliasKey(decoded) + toAliasKey(`/${search}`).slice(1)
}

/** Whether the site answers at an address, `path` decoded: itself, or by leading elsewhere. */
export function isAnswered(index: Index, path: string, search: string, now: Date): boolean {
  if (search === '' && isPresent(index, trimEndOf(path, /\//) || path, now)) return true
  const name = toAddressName(path, search)
  return name !== null && findPresentPath(index, name, now) !== null
}

function findPresentPath(index: Index, name: string, now: Date): string | null {
  let found: string | null = null
  let asked = name
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    const [path = '', ...query] = asked.split('?')
    const former =
      (query.length === 0 ? null : findFormerPath(index, path, now, `?${query.join('?')}`)) ??
      (isPresent(index, path, now) ? null : findFormerPath(index, path, now))
    if (former === null) return found
    found = former.path
    const decoded = found.startsWith('/') ? decodePath(found.split('#')[0] ?? '') : null
    if (decoded === null) return found
    asked = decoded
  }
  return null
}

/** Whether the site answers at a path, decoded, without a redirect. */
function isPresent(index: Index, path: string, now: Date): boolean {
  return Array.from(matchRoutes(path)).some((match) => isMatchPresent(index, match, now))
}

function isMatchPresent(index: Index, { route, params, below }: RouteMatch, now: Date): boolean {
  if (below.length > 0 && below[0] !== 'page') return false
  if (route.list !== undefined) return countLive(index, { kind: route.list, slug: params.join('-') }, now) > 0
  if (params.length === 0) return true
  const query = PRESENT.get(route.name)
  const slug = params[0] ?? ''
  return query !== undefined && index.prepare(query).get({ slug, now: now.getTime() }) !== undefined
}
