import type { Server, ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'

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
const SILENCE_MS = 120_000

const LATE = '408 Request Timeout'

const ANSWERS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: LATE,
}

/**
 * Limits on what one connection may cost. 65 seconds of idling is more than the 60 most load balancers keep a connection
 * for: the side that chooses when to send must be the one that closes.
 */
export function setLimits(server: Server): void {
  server.timeout = SILENCE_MS
  server.on('clientError', (error, socket) => {
    if (!socket.writable) {
      socket.destroy()
      return
    }
    const code = 'code' in error ? String(error.code) : ''
    endWith(socket, ANSWERS[code] ?? '400 Bad Request')
  })
}

/** Ends a connection on which no request came in its time. */
export function refuseLate(socket: Duplex): void {
  endWith(socket, LATE)
}

function endWith(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  setTimeout(() => socket.destroy(), 1000).unref()
}
