import type { IncomingMessage, ServerResponse } from 'node:http'
import { formatLines } from '../fast-path/head.ts'
import { getAllowedMethods, type Refusal } from './judge-request.ts'

/** Milliseconds for which a rejected client's input is discarded, so that it gets the response before the connection ends. */
const DRAIN_MS = 1000

const WORDS = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  411: 'Length Required',
  413: 'Content Too Large',
  501: 'Not Implemented',
} as const satisfies Record<Refusal, string>

/**
 * Refuses in a line of plain text, and ends the connection. The rest of the request is not read: Node's own way of
 * ending would break off at once and take the answer with it, as the client is still sending.
 */
export function rejectRequest(
  { method, url, socket }: Pick<IncomingMessage, 'method' | 'url' | 'socket'>,
  response: ServerResponse,
  status: Refusal,
): void {
  const text = `${WORDS[status]}\n`
  const lines = [
    ...(status === 405 || status === 501 ? ['Allow', getAllowedMethods(url ?? '')] : []),
    ...['Content-Type', 'text/plain; charset=utf-8'],
    ...['Content-Length', String(Buffer.byteLength(text))],
    ...['Cache-Control', 'no-store'],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Connection', 'close'],
  ]
  if (isInLine(response)) {
    response.writeHead(status, lines)
    response.end(text)
    return
  }
  response.statusCode = status
  socket.pause()
  const head = `HTTP/1.1 ${status} ${WORDS[status]}\r\n${formatLines(lines)}\r\n`
  socket.end(head + (method === 'HEAD' ? '' : text))
  setTimeout(() => socket.destroy(), DRAIN_MS).unref()
}

/** Earlier requests of the connection are still to be answered: node:http sees to it that this one waits its turn. */
function isInLine(response: ServerResponse): boolean {
  return response.socket === null
}
