import type { IncomingHttpHeaders } from 'node:http'

/** The conditions of a request, as node:http has them. */
export type Conditions = Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>

/** The conditions of a request as `fetch` has it. */
export function toConditions(headers: Pick<Headers, 'get'>): Conditions {
  return Object.fromEntries(
    ['if-none-match', 'if-modified-since'].flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

/**
 * Whether the client holds this very answer already, which is there. `If-Modified-Since` counts only without
 * `If-None-Match`. Tags are compared weakly: proxies that compress anew mark them so.
 *
 * @param etag a strong one: `"…"`
 * @param lastModified milliseconds; null where nothing says when the answer changed
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions
 */
export function isNotModified(headers: Conditions, etag: string, lastModified: number | null): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags === etag || tags.trim() === '*' || listTags(tags).includes(etag)
  const since = headers['if-modified-since']
  if (since === undefined || lastModified === null) return false
  return parseDate(since) >= Math.floor(lastModified / 1000) * 1000
}

/** `W/"a", "b"` → `"a"`, `"b"`. A tag may hold a comma. */
function listTags(header: string): string[] {
  return header.match(/"[^"]*"/g) ?? []
}

const TIME = '\\d\\d:\\d\\d:\\d\\d'
const GMT = new RegExp(`^[A-Z][a-z]{2,8}, \\d\\d[ -][A-Z][a-z]{2}[ -](?:\\d{4}|\\d\\d) ${TIME} GMT$`)
const ASCTIME = new RegExp(`^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d ${TIME} \\d{4}$`)

/** Milliseconds of a date in one of the three forms of HTTP; NaN, which is before and after nothing, for any other. */
function parseDate(text: string): number {
  if (GMT.test(text)) return Date.parse(text)
  return ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN
}
