import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { closeIndex } from '#lib/sync/open-index.ts'
import type { FastPath } from '../fast-path/fast-path.ts'

const DEADLINE_MS = 10_000
/** Connections without a request stay open this long: a request may be on its way on any of them. */
const DRAIN_MS = 500

const CHECK_MS = 50

/** After this many turns of the event loop without a new connection, the accept queue counts as empty. */
const IDLE_TICKS = 5
const MAX_TICKS = 10_000

/**
 * On SIGTERM and SIGINT: who has knocked is let in, then nobody else; requests on the open connections are answered, each
 * with the word that its connection ends; then the index closes and the process ends. At the deadline it is killed:
 * `process.exit` waits for the threads, and one may wait for a disk that does not answer.
 */
export function stopOnSignal(
  server: Server,
  fastPath: FastPath,
  flush: () => void,
  deadlineMs = DEADLINE_MS,
): void {
  let isStopping = false
  server.prependListener('request', (_request, response) => {
    if (isStopping) response.shouldKeepAlive = false
  })
  const stop = () => {
    whenIdle(server, () => {
      isStopping = true
      fastPath.stop()
      closeServer(server, fastPath, () => closeIndex().finally(() => process.exit(0)))
    })
    setTimeout(() => {
      flush()
      process.kill(process.pid, 'SIGKILL')
    }, deadlineMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The system completes connections before we accept them; closing the port would cut off those still in line. */
function whenIdle(server: Server, act: () => void): void {
  let idle = 0
  let ticks = 0
  const hear = () => {
    idle = 0
  }
  const tick = () => {
    idle += 1
    ticks += 1
    if (idle < IDLE_TICKS && ticks < MAX_TICKS) setImmediate(tick)
    else {
      server.removeListener('connection', hear)
      act()
    }
  }
  server.on('connection', hear)
  setImmediate(tick)
}

/** Node's own `server.close()` ends idle connections at once, and with them the requests just arriving on them. */
function closeServer(server: Server, fastPath: FastPath, onClosed: () => void): void {
  NetServer.prototype.close.call(server, onClosed)
  const closeIdle = () => {
    server.closeIdleConnections()
    fastPath.closeIdle()
  }
  setTimeout(() => setInterval(closeIdle, CHECK_MS), DRAIN_MS)
}
