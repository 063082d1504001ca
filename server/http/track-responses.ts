import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Nothing else can be said on the connection. */
function isUnderWay({ headersSent, writableFinished }: ServerResponse): boolean {
  return headersSent && !writableFinished
}

/** The last request of a connection, and the answer that was owed before it. */
type Latest = { request: IncomingMessage; response: ServerResponse; before: ServerResponse | undefined }

/**
 * Remembers the last answer that each connection is owed, and returns what acts once for a connection: at once, or when
 * that answer, and so all before it, has been sent. A request that broke off within its body is owed none.
 */
export function trackAnswers(server: Server): (socket: Duplex, act: () => void) => void {
  const latest = new WeakMap<Duplex, Latest>()
  const ending = new WeakSet<Duplex>()
  server.prependListener('request', (request, response) => {
    const { socket } = request
    latest.set(socket, { request, response, before: latest.get(socket)?.response })
  })
  return (socket, act) => {
    if (ending.has(socket)) return
    ending.add(socket)
    const last = latest.get(socket)
    const isBroken = last?.request.complete === false
    const owed = isBroken ? last.before : last?.response
    if (!socket.writable || (isBroken && isUnderWay(last.response))) socket.destroy()
    else if (owed !== undefined && !owed.writableFinished) owed.once('close', act)
    else act()
  }
}
