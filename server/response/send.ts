import { isNotModified } from '#lib/http/conditional.ts'
import type { RequestHead, ResponseWriter } from '../request-context.ts'
import type { CachedResponse, Encoded, Head } from './response.ts'

/** What was sent, for the log and the figures. */
export type Sent = { status: number; bytes: number }

/** A second must be over, with some to spare, before it can say that nothing changed after it. */
const SETTLED_MS = 2000

/**
 * Writes an answer, or 304 when the client holds it. `Range` is not answered: a page is sent whole, as the standard
 * allows and every reader of link previews accepts.
 */
export function sendResponse(
  request: RequestHead,
  response: ResponseWriter,
  cached: CachedResponse,
  encoded: Encoded,
  { now, cacheControl }: { now: number; cacheControl: string },
): Sent {
  const { status, lastModified } = cached
  const isSettled = status === 200 && now >= lastModified + SETTLED_MS
  if (status === 200 && isNotModified(request.headers, encoded.etag, isSettled ? lastModified : null)) {
    response.writeHead(304, getHead(cached, encoded, cacheControl, isSettled).notModifiedLines)
    response.end()
    return { status: 304, bytes: 0 }
  }
  response.writeHead(status, getHead(cached, encoded, cacheControl, isSettled).lines)
  if (request.method === 'HEAD') {
    response.end()
    return { status, bytes: 0 }
  }
  response.end(encoded.bytes)
  return { status, bytes: encoded.bytes.length }
}

function getHead(cached: CachedResponse, encoded: Encoded, cacheControl: string, isSettled: boolean): Head {
  const { head } = encoded
  if (head.cacheControl === cacheControl && head.isSettled === isSettled) return head
  const validators = listValidators(cached, encoded, cacheControl, isSettled)
  const lines = ['Content-Type', cached.contentType, ...cached.headers, ...encoded.headers, ...validators]
  encoded.head = { lines, notModifiedLines: [...cached.headers, ...validators], cacheControl, isSettled }
  return encoded.head
}

function listValidators(
  { lastModified }: CachedResponse,
  { etag }: Encoded,
  cacheControl: string,
  isSettled: boolean,
): string[] {
  const lines = ['ETag', etag, 'Cache-Control', cacheControl]
  return isSettled ? [...lines, 'Last-Modified', new Date(lastModified).toUTCString()] : lines
}
