import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { rejectTimedOut } from '../http/limits.ts'
import type { RequestHead, ResponseWriter } from '../request-context.ts'
import { HeadEnding } from './head.ts'
import { readSimpleRequest, type SimpleRequest } from './read-simple-request.ts'
import { SocketResponse } from './socket-response.ts'
import { SocketWriter } from './socket-writer.ts'

/** True when it answered, a promise when it will have; false when only node:http can, and nothing was done. */
export type FastHandler = (request: RequestHead, response: ResponseWriter) => boolean | Promise<void>

export type FastPath = {
  /** From now on each answer is the last of its connection. */
  stop: () => void
  /** Ends the connections on which nothing is under way. */
  closeIdle: () => void
}

/** The desk of a server that has none (`FAST_PATH=off`): node:http reads every connection. */
export const NO_DESK: FastPath = { stop: () => {}, closeIdle: () => {} }

/**
 * Stands before node:http and answers straight from the socket what is simple and ours. With the first other thing it
 * hears, a connection goes to node:http, with what was heard, for good: so nothing is ever read by two. Limits are the
 * server's own.
 *
 * The listeners are the same for all connections, and nothing is kept for any but its place in a set: idle ones are many.
 */
export function openFastPath(server: Server, handle: FastHandler): FastPath {
  const toHttp = takeListener(server)
  const open = new Set<Socket>()
  const ending = new HeadEnding(server.keepAliveTimeout)
  const writer = new SocketWriter(ending)
  const idleMs = server.keepAliveTimeout + server.keepAliveTimeoutBuffer
  const listeners = { data: onData, end: onEnd, error: onError, timeout: onTimeout, close: onClose }

  function receive(socket: Socket): void {
    open.add(socket)
    socket.setTimeout(server.headersTimeout)
    for (const [name, listener] of Object.entries(listeners)) socket.on(name, listener)
  }

  function passToNodeHttp(socket: Socket, chunk: Buffer): void {
    open.delete(socket)
    for (const [name, listener] of Object.entries(listeners)) socket.removeListener(name, listener)
    toHttp(socket)
    socket.unshift(chunk)
  }

  function onData(this: Socket, chunk: Buffer): void {
    const simple = ending.isLast ? null : readSimpleRequest(chunk)
    const answered = simple !== null && respondOn(this, simple)
    if (answered === true) resumeReading(this)
    else if (answered === false) passToNodeHttp(this, chunk)
    else {
      pauseReading(this)
      answered.finally(() => resumeReading(this))
    }
  }

  function respondOn(socket: Socket, { method, url, headers }: SimpleRequest): boolean | Promise<void> {
    const request = { method, url, headers, socket }
    return handle(request, new SocketResponse(request, writer))
  }

  /** Nothing more is heard from who waits for an answer, or does not take the one they have. */
  function pauseReading(socket: Socket): void {
    socket.pause()
    socket.setTimeout(server.timeout)
  }

  function resumeReading(socket: Socket): void {
    if (socket.writableNeedDrain && socket.writableLength > 0) {
      pauseReading(socket)
      socket.once('drain', onDrain)
      return
    }
    // Once for a connection that is answered at once: what is written and heard puts the timer back by itself.
    if (socket.timeout !== idleMs) socket.setTimeout(idleMs)
    if (socket.isPaused()) socket.resume()
  }

  function onDrain(this: Socket): void {
    resumeReading(this)
  }

  function onTimeout(this: Socket): void {
    if (this.timeout === server.headersTimeout) {
      this.removeListener('data', onData)
      rejectTimedOut(this)
    } else if (this.timeout === idleMs && this.writableLength > 0) this.setTimeout(server.timeout - idleMs)
    else this.destroy()
  }

  function onClose(this: Socket): void {
    open.delete(this)
  }

  server.on('connection', receive)
  return {
    stop: () => ending.stop(),
    closeIdle: () => {
      for (const socket of open) if (!socket.isPaused() && socket.writableLength === 0) socket.destroy()
    },
  }
}

/** Node's own way in: as documented, whatever emits or takes over 'connection' may bring it a socket. */
function takeListener(server: Server): (socket: Socket) => void {
  const [listener] = server.listeners('connection')
  if (listener === undefined) throw new Error('This server takes no connections.')
  server.removeAllListeners('connection')
  return (socket) => listener.call(server, socket)
}

/** A client that will send no more has had its answers, or will have with what is written. */
function onEnd(this: Socket): void {
  this.end()
}

/** The client aborted: the socket closes by itself, and no response can be sent. */
function onError(): void {}
