import type { IncomingHttpHeaders } from 'node:http'

type Conditions = Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>

/**
 * Whether the client holds this very answer already. `If-Modified-Since` counts only without `If-None-Match`.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions
 */
export function isHeld(headers: Conditions, etag: string, lastModified: number): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags === etag || listTags(tags).some((tag) => tag === etag || tag === '*')
  const since = headers['if-modified-since']
  return since !== undefined && Date.parse(since) >= lastModified
}

/** Proxies that compress anew mark the tag as weak; the comparison asked for here is the weak one. */
function listTags(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
}
