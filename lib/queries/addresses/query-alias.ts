import { listQueryKeys, toAliasKey } from '#lib/index/addresses/alias-key.ts'
import type { Index } from '#lib/index/index-state.ts'

const ANY_OF = toSql("path > :key || '?' AND path < :key || '@'")
const EXACT = toSql('path = :key')

/** Whether a story had such an address, or there is a redirect from one. */
function toSql(condition: string): string {
  return `SELECT 1 FROM (SELECT path FROM alias UNION ALL SELECT path FROM redirect) WHERE ${condition} LIMIT 1`
}

/**
 * The part of a request's query that an old address is known by, as `?id=5`; '' where none is. There are as many answers as
 * old addresses, however many queries are made up.
 */
export function getKnownQuery(index: Index, path: string, search: string): string {
  const key = toAliasKey(path)
  if (index.prepare(ANY_OF).get({ key }) === undefined) return ''
  const find = index.prepare(EXACT)
  const known = listQueryKeys(path, search).find((candidate) => find.get({ key: candidate }) !== undefined)
  return known === undefined ? '' : `?${new URLSearchParams(known.slice(known.indexOf('?')))}`
}
