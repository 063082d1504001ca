import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { closeIndex } from '#lib/index/open-index.ts'

const DEADLINE_MS = 10_000

/** Connections without a request stay open this long: a request may be on its way on any of them. */
const LINGER_MS = 500

const CHECK_MS = 50

/**
 * On SIGTERM and SIGINT: no new connections; requests on the open ones are answered, each with the word that its
 * connection ends; then the index closes and the process ends, at the deadline at the latest.
 */
export function stopOnSignal(server: Server, flush: () => void): void {
  let isStopping = false
  server.prependListener('request', (_request, response) => {
    if (isStopping) response.shouldKeepAlive = false
  })
  const stop = () => {
    isStopping = true
    closeServer(server, () => closeIndex().finally(() => process.exit(0)))
    setTimeout(() => {
      flush()
      process.exit(1)
    }, DEADLINE_MS).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Node's own `server.close()` ends idle connections at once, and with them the requests just arriving on them. */
function closeServer(server: Server, onClosed: () => void): void {
  NetServer.prototype.close.call(server, onClosed)
  setTimeout(() => setInterval(() => server.closeIdleConnections(), CHECK_MS), LINGER_MS)
}
