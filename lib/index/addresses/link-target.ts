import { decodePath } from '#lib/http/decode-path.ts'
import { matchRoutes } from '#lib/routes/match-route.ts'
import { getFileUrl } from '../file-url.ts'
import type { Index } from '../index-state.ts'
import { LIVE_POST } from '../live.ts'
import { toAliasKey } from './alias-key.ts'
import { findFormerPath } from './former-path.ts'

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

/** Whether a path is that of a list, or of a story or page that is there. */
function isPresent(index: Index, path: string, now: Date): boolean {
  const [match] = matchRoutes(path)
  const slug = match?.params[0] ?? ''
  switch (match?.route.name) {
    case undefined:
      return false
    case 'post':
      return (
        index
          .prepare(`SELECT 1 FROM post WHERE slug = :slug AND ${LIVE_POST}`)
          .get({ slug, now: now.getTime() }) !== undefined
      )
    case 'page':
      return index.prepare('SELECT 1 FROM page WHERE slug = ?').get(slug) !== undefined
    default:
      return true
  }
}
