import type { IncomingHttpHeaders } from 'node:http'
import { HOOK_HEADERS } from '#lib/content-git/verify-hook.ts'
import type { RequestHeaders } from './capture-response.ts'

/** All that Next learns of a request beside its path: what is wanted of a file, in what form, and who signed a message. */
const PASSED_ON: readonly string[] = [
  'accept',
  'accept-encoding',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'range',
  ...HOOK_HEADERS,
]

/**
 * The header lines of a reader's request that Next may see. Next steers itself by lines of its own (`RSC`, `Next-…`,
 * `X-Middleware-…`, `X-Matched-Path`, cookies …), and takes some of them from whoever sends them; those that are safe are
 * listed here instead of those that are not.
 */
export function pickHeaders(headers: IncomingHttpHeaders): RequestHeaders {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
