import { listQueryKeys, toAliasKey } from '#lib/index/alias-key.ts'
import type { Index } from '#lib/index/index-state.ts'

/**
 * The part of a request's query that an old address is known by, as `?id=5`; '' where none is. There are as many answers as
 * old addresses, however many queries are made up.
 */
export function getKnownQuery(index: Index, path: string, search: string): string {
  const key = toAliasKey(path)
  const anyOf = index.prepare("SELECT 1 FROM alias WHERE path > :key || '?' AND path < :key || '@' LIMIT 1")
  if (anyOf.get({ key }) === undefined) return ''
  const find = index.prepare('SELECT 1 FROM alias WHERE path = ? LIMIT 1')
  const known = listQueryKeys(path, search).find((candidate) => find.get(candidate) !== undefined)
  return known === undefined ? '' : `?${new URLSearchParams(known.slice(known.indexOf('?')))}`
}
