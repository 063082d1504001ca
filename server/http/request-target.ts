import { isHost } from './host.ts'

/**
 * What a request is for: a path with its query, which may come with a host, or the server as a whole (`OPTIONS *`).
 */
export type Target = { kind: 'resource'; url: string; host: string | null } | { kind: 'server' }

/** What no address may have in it; otherwise the URL parser would drop a tab silently. */
const BEYOND_ASCII = /[^!-~]/
const ABSOLUTE = /^https?:\/\//i

/**
 * Reads a request target; null for an invalid one.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
export function parseTarget(method: string, target: string): Target | null {
  if (BEYOND_ASCII.test(target)) return null
  if (target.startsWith('/')) return { kind: 'resource', url: target, host: null }
  if (target === '*') return method === 'OPTIONS' ? { kind: 'server' } : null
  const scheme = ABSOLUTE.exec(target)?.[0]
  if (scheme === undefined || target.includes('#')) return null
  const end = target.slice(scheme.length).search(/[/?]/)
  const host = end === -1 ? target.slice(scheme.length) : target.slice(scheme.length, scheme.length + end)
  const rest = target.slice(scheme.length + host.length)
  if (!isHost(host)) return null
  return { kind: 'resource', url: rest.startsWith('/') ? rest : `/${rest}`, host }
}
