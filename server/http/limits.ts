import type { Server, ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { ALLOWED_METHODS } from './judge-request.ts'
import { trackAnswers } from './track-responses.ts'

/**
 * A request's header fits in 16 KB or is answered 431. Slow clients are looked for every second. No protocol is ever
 * switched to: a request that asks for one is answered like any other (RFC 9110, section 7.8), whoever listens for
 * `upgrade`.
 */
export const SERVER_OPTIONS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  noDelay: true,
  shouldUpgradeCallback: () => false,
}

/** A client that takes nothing of its answer for so long is gone. */
const INACTIVITY_MS = 120_000

const NOT_IMPLEMENTED = '501 Not Implemented'
const TIMED_OUT = '408 Request Timeout'

const STATUS_BY_ERROR: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: TIMED_OUT,
}

/** An unknown method in an otherwise valid request. */
const UNKNOWN_METHOD = /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r?$/

/** As long as a method and its target may be. */
const MAX_LINE_BYTES = 16 * 1024

/**
 * Limits on what one connection may cost. 65 seconds of idling is more than the 60 most load balancers keep a connection
 * for: the side that chooses when to send must be the one that closes. What cannot be read as a request, and a request
 * for a tunnel, is refused once earlier requests of the connection have their answers.
 */
export function setLimits(server: Server): void {
  server.timeout = INACTIVITY_MS
  const afterAnswers = trackAnswers(server)
  server.on('clientError', (error, socket) => {
    const status = toStatus(error)
    afterAnswers(socket, () => endWith(socket, status))
  })
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {})
    afterAnswers(socket, () => endWith(socket, NOT_IMPLEMENTED))
  })
}

function toStatus(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'HPE_INVALID_METHOD' && isUnknownMethod(error)) return NOT_IMPLEMENTED
  return STATUS_BY_ERROR[code] ?? '400 Bad Request'
}

/** What node:http was reading when it failed, and how far it came. */
function isUnknownMethod(error: Error & { rawPacket?: unknown; bytesParsed?: unknown }): boolean {
  const { rawPacket, bytesParsed } = error
  if (!Buffer.isBuffer(rawPacket) || typeof bytesParsed !== 'number') return false
  const start = rawPacket.lastIndexOf('\n', Math.max(0, bytesParsed - 1)) + 1
  const line = rawPacket.toString('latin1', start, start + MAX_LINE_BYTES).split('\n', 1)
  return UNKNOWN_METHOD.test(line[0] ?? '')
}

/** Ends a connection on which no request came in its time. */
export function rejectTimedOut(socket: Duplex): void {
  endWith(socket, TIMED_OUT)
}

function endWith(socket: Duplex, status: string): void {
  if (!socket.writable) return
  const allow = status === NOT_IMPLEMENTED ? `Allow: ${ALLOWED_METHODS}\r\n` : ''
  socket.end(`HTTP/1.1 ${status}\r\n${allow}Connection: close\r\nContent-Length: 0\r\n\r\n`)
  setTimeout(() => socket.destroy(), 1000).unref()
}
