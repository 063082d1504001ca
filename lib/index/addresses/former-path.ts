import { toPostPath } from '#lib/routes/paths.ts'
import type { Index } from '../index-state.ts'
import { LIVE_POST } from '../live.ts'
import { listQueryKeys, toAliasKey } from './alias-key.ts'
import { findFolderRedirect, findRedirect, type RedirectTarget } from './redirects.ts'

/**
 * Where what once answered at `path`, decoded, is now: what the settings say of exactly this address comes first, then a
 * story that the public may see, a page, an author, and last what the settings say of a folder. With `search`, only what
 * is known by that query or a part of it.
 */
export function findFormerPath(index: Index, path: string, now: Date, search = ''): RedirectTarget | null {
  const redirect = findRedirect(index, path, search)
  if (redirect !== null) return redirect
  const keys = search === '' ? [toAliasKey(path)] : listQueryKeys(path, search)
  const story = findStory(index, keys, now)
  if (story !== null) return { path: story, status: 308 }
  return search === '' ? findFolderRedirect(index, path) : null
}

function findStory(index: Index, keys: readonly string[], now: Date): string | null {
  const find = index.prepare(
    `SELECT slug FROM alias JOIN post ON post.id = alias.post
     WHERE path = :path AND ${LIVE_POST} ORDER BY published DESC, slug DESC LIMIT 1`,
  )
  for (const key of keys) {
    const row = find.get({ path: key, now: now.getTime() })
    if (row !== undefined && !index.withheld.has(String(row.slug))) return toPostPath(String(row.slug))
  }
  return null
}
