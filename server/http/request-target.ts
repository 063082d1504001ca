import { isHost } from './host.ts'

/**
 * What a request is for: a path with its query, which may come with a host, or the server as a whole (`OPTIONS *`).
 */
export type Target = { kind: 'resource'; url: string; host: string | null } | { kind: 'server' }

/** What no address may have in it; without this, a tab would be dropped by whoever parses it later. */
const BEYOND_ASCII = /[^!-~]/
const ABSOLUTE = /^https?:\/\/([^/?#]*)([^#]*)$/i

/**
 * Reads a request target; null for one that nobody may send.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
export function parseTarget(method: string, target: string): Target | null {
  if (BEYOND_ASCII.test(target)) return null
  if (target.startsWith('/')) return { kind: 'resource', url: target, host: null }
  if (target === '*') return method === 'OPTIONS' ? { kind: 'server' } : null
  const [, host, rest = ''] = ABSOLUTE.exec(target) ?? []
  if (host === undefined || !isHost(host)) return null
  return { kind: 'resource', url: rest.startsWith('/') ? rest : `/${rest}`, host }
}
