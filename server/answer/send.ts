import { isHeld } from '#lib/format/conditional.ts'
import type { Asked, Responder } from '../exchange.ts'
import type { Answer, Encoded, Head } from './answer.ts'

/** What was sent, for the log and the figures. */
export type Sent = { status: number; bytes: number }

/** A second must be over, with some to spare, before it can say that nothing changed after it. */
const SETTLED_MS = 2000

/**
 * Writes an answer, or 304 when the client holds it. `Range` is not answered: a page is sent whole, as the standard
 * allows and every reader of link previews accepts.
 */
export function sendAnswer(
  request: Asked,
  response: Responder,
  answer: Answer,
  encoded: Encoded,
  { now, cacheControl }: { now: number; cacheControl: string },
): Sent {
  const { status, lastModified } = answer
  const isSettled = status === 200 && now >= lastModified + SETTLED_MS
  if (status === 200 && isHeld(request.headers, encoded.etag, isSettled ? lastModified : null)) {
    response.writeHead(304, getHead(answer, encoded, cacheControl, isSettled).heldLines)
    response.end()
    return { status: 304, bytes: 0 }
  }
  response.writeHead(status, getHead(answer, encoded, cacheControl, isSettled).lines)
  if (request.method === 'HEAD') {
    response.end()
    return { status, bytes: 0 }
  }
  response.end(encoded.bytes)
  return { status, bytes: encoded.bytes.length }
}

function getHead(answer: Answer, encoded: Encoded, cacheControl: string, isSettled: boolean): Head {
  const { head } = encoded
  if (head.cacheControl === cacheControl && head.isSettled === isSettled) return head
  const validators = listValidators(answer, encoded, cacheControl, isSettled)
  const lines = ['Content-Type', answer.contentType, ...answer.headers, ...encoded.headers, ...validators]
  encoded.head = { lines, heldLines: [...answer.headers, ...validators], cacheControl, isSettled }
  return encoded.head
}

function listValidators(
  { lastModified }: Answer,
  { etag }: Encoded,
  cacheControl: string,
  isSettled: boolean,
): string[] {
  const lines = ['ETag', etag, 'Cache-Control', cacheControl]
  return isSettled ? [...lines, 'Last-Modified', new Date(lastModified).toUTCString()] : lines
}
