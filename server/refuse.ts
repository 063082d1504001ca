import type { IncomingMessage, ServerResponse } from 'node:http'
import { formatLines } from './wire/head.ts'

/** A body this large in a request is a mistake or an attack: nothing here takes one. */
const MOST_BODY_BYTES = 64 * 1024

/** How long a client may go on sending what nobody reads, so that the answer reaches it before the connection ends. */
const LINGER_MS = 1000

/** Why a request is refused for its body, or null. */
export function judgeBody({ headers }: IncomingMessage): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  const length = headers['content-length']
  return length !== undefined && Number(length) > MOST_BODY_BYTES ? 413 : null
}

const WORDS = {
  405: 'Method Not Allowed',
  411: 'Length Required',
  413: 'Content Too Large',
} as const

/**
 * Refuses in a line of plain text, and ends the connection. The rest of the request is not read: Node's own way of
 * ending would break off at once and take the answer with it, as the client is still sending.
 *
 * @param headers further header lines: name, value, name …
 */
export function refuse(
  { method, socket }: Pick<IncomingMessage, 'method' | 'socket'>,
  response: ServerResponse,
  status: keyof typeof WORDS,
  headers: readonly string[] = [],
): void {
  const text = `${WORDS[status]}\n`
  const lines = [
    ...headers,
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
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

/** Earlier requests of the connection are still to be answered: node:http sees to it that this one waits its turn. */
function isInLine(response: ServerResponse): boolean {
  return response.socket === null
}
