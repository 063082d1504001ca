import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHeld } from '#lib/format/conditional.ts'
import type { Answer, Encoded } from './answer.ts'

/** What was sent, for the log and the figures. */
export type Sent = { status: number; bytes: number }

/** A second must be over, with some to spare, before it can say that nothing changed after it. */
const SETTLED_MS = 2000

/**
 * Writes an answer, or 304 when the client holds it. `Range` is not answered: a page is sent whole, as the standard
 * allows and every reader of link previews accepts.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  encoded: Encoded,
  { now, cacheControl }: { now: number; cacheControl: string },
): Sent {
  const { status, lastModified } = answer
  const isSettled = status === 200 && now >= lastModified + SETTLED_MS
  if (status === 200 && isHeld(request.headers, encoded.etag, isSettled ? lastModified : Number.MAX_VALUE)) {
    const lines = listValidators(answer, encoded, cacheControl, isSettled)
    response.writeHead(304, [...answer.headers, ...lines]).end()
    return { status: 304, bytes: 0 }
  }
  response.writeHead(status, getHead(answer, encoded, cacheControl, isSettled))
  if (request.method === 'HEAD') {
    response.end()
    return { status, bytes: 0 }
  }
  response.end(encoded.bytes)
  return { status, bytes: encoded.bytes.length }
}

function getHead(answer: Answer, encoded: Encoded, cacheControl: string, isSettled: boolean): string[] {
  const { head } = encoded
  if (head.cacheControl === cacheControl && head.isSettled === isSettled) return head.lines
  const validators = listValidators(answer, encoded, cacheControl, isSettled)
  const lines = ['Content-Type', answer.contentType, ...answer.headers, ...encoded.headers, ...validators]
  encoded.head = { lines, cacheControl, isSettled }
  return lines
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
