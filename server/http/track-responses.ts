import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Remembers the last answer that each connection is owed, and returns what acts once for a connection: at once, or when
 * that answer, and so all before it, has been sent.
 */
export function trackAnswers(server: Server): (socket: Duplex, act: () => void) => void {
  const latest = new WeakMap<Duplex, ServerResponse>()
  const ending = new WeakSet<Duplex>()
  server.prependListener('request', (request, response) => void latest.set(request.socket, response))
  return (socket, act) => {
    if (ending.has(socket)) return
    ending.add(socket)
    const last = latest.get(socket)
    if (last !== undefined && !last.writableFinished && socket.writable) last.once('close', act)
    else if (socket.writable) act()
    else socket.destroy()
  }
}
