import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { closeIndex } from '#lib/index/open-index.ts'
import type { Desk } from './wire/desk.ts'

const DEADLINE_MS = 10_000

/** Connections without a request stay open this long: a request may be on its way on any of them. */
const LINGER_MS = 500

const CHECK_MS = 50

/** As many turns of the event loop without a new connection mean that nobody is waiting to be let in. */
const QUIET_TURNS = 5
const MOST_TURNS = 10_000

/**
 * On SIGTERM and SIGINT: who has knocked is let in, then nobody else; requests on the open connections are answered, each
 * with the word that its connection ends; then the index closes and the process ends, at the deadline at the latest.
 */
export function stopOnSignal(server: Server, desk: Desk, flush: () => void): void {
  let isStopping = false
  server.prependListener('request', (_request, response) => {
    if (isStopping) response.shouldKeepAlive = false
  })
  const stop = () => {
    whenQuiet(server, () => {
      isStopping = true
      desk.stop()
      closeServer(server, desk, () => closeIndex().finally(() => process.exit(0)))
    })
    setTimeout(() => {
      flush()
      process.exit(1)
    }, DEADLINE_MS).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The system completes connections before we accept them; closing the port would cut off those still in line. */
function whenQuiet(server: Server, act: () => void): void {
  let quiet = 0
  let turns = 0
  const hear = () => {
    quiet = 0
  }
  const turn = () => {
    quiet += 1
    turns += 1
    if (quiet < QUIET_TURNS && turns < MOST_TURNS) setImmediate(turn)
    else {
      server.removeListener('connection', hear)
      act()
    }
  }
  server.on('connection', hear)
  setImmediate(turn)
}

/** Node's own `server.close()` ends idle connections at once, and with them the requests just arriving on them. */
function closeServer(server: Server, desk: Desk, onClosed: () => void): void {
  NetServer.prototype.close.call(server, onClosed)
  const closeIdle = () => {
    server.closeIdleConnections()
    desk.closeIdle()
  }
  setTimeout(() => setInterval(closeIdle, CHECK_MS), LINGER_MS)
}
