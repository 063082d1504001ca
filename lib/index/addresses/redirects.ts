import type { Redirect } from '#lib/config/redirect.ts'
import type { Index } from '../index-state.ts'
import { listQueryKeys, toAliasKey } from './alias-key.ts'

/** Where an address leads: a path, percent-encoded, or an address elsewhere. */
export type RedirectTarget = { path: string; status: number }

/** The file of the settings; the others are those of pages and authors, with their `aliases`. */
const SETTINGS = 'site.yaml'

/** An address of more segments was never anybody's. */
const MAX_SEGMENTS = 30

/** Notes the redirects that a file names, in place of those it named before. Of one address, the first counts. */
export function putRedirects(index: Index, file: string, redirects: readonly Redirect[]): void {
  index.prepare('DELETE FROM redirect WHERE file = ?').run(file)
  const put = index.prepare('INSERT OR IGNORE INTO redirect (path, file, target, status) VALUES (?, ?, ?, ?)')
  for (const { from, to, status } of redirects) put.run(toKey(from), file, to, status)
}

/** The redirect of exactly this path; with `search`, of the path with that query or a part of it. */
export function findRedirect(index: Index, path: string, search = ''): RedirectTarget | null {
  const keys = search === '' ? [toAliasKey(path)] : listQueryKeys(path, search)
  for (const key of keys) {
    const found = find(index, key)
    if (found !== null) return found
  }
  return null
}

/** The redirect of the longest folder that `path`, decoded, lies in. */
export function findFolderRedirect(index: Index, path: string): RedirectTarget | null {
  const segments = toAliasKey(path)
    .split('/')
    .filter((segment) => segment !== '')
  if (segments.length > MAX_SEGMENTS) return null
  for (let length = segments.length; length > 0; length -= 1) {
    const found = find(index, `/${segments.slice(0, length).join('/')}/*`)
    if (found !== null) return { ...found, path: fillRest(found.path, segments.slice(length)) }
  }
  return null
}

function find(index: Index, key: string): RedirectTarget | null {
  const row = index
    .prepare('SELECT target, status FROM redirect WHERE path = ? ORDER BY file <> ?, file LIMIT 1')
    .get(key, SETTINGS)
  return row === undefined ? null : { path: String(row.target), status: Number(row.status) }
}

/** No part of an address that is asked for makes another host of it. */
function fillRest(target: string, rest: readonly string[]): string {
  if (!target.endsWith('/*')) return target
  const filled = [
    target.slice(0, -2),
    ...rest.map((segment) => encodeURIComponent(segment.toWellFormed())),
  ].join('/')
  return filled === '' ? '/' : filled
}

function toKey(from: string): string {
  return from.endsWith('/*') ? `${toAliasKey(from.slice(0, -2))}/*` : toAliasKey(from)
}
