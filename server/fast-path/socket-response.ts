import type { Socket } from 'node:net'
import type { RequestHead, ResponseWriter } from '../request-context.ts'
import type { SocketWriter } from './socket-writer.ts'

/** An answer straight to the socket, without node:http's ways of sending it bit by bit. */
export class SocketResponse implements ResponseWriter {
  statusCode = 200
  headersSent = false
  readonly #socket: Socket
  readonly #writer: SocketWriter
  readonly #isHead: boolean
  #lines: readonly string[] = []

  constructor({ method, socket }: Pick<RequestHead, 'method' | 'socket'>, writer: SocketWriter) {
    this.#socket = socket
    this.#writer = writer
    this.#isHead = method === 'HEAD'
  }

  writeHead(status: number, lines: readonly string[]): void {
    this.statusCode = status
    this.#lines = lines
  }

  end(body?: Uint8Array): void {
    const sent = this.#isHead ? undefined : body
    // The client may have disconnected while the response was made.
    if (this.#socket.writable) this.#writer.write(this.#socket, this.statusCode, this.#lines, sent)
    this.headersSent = true
  }

  destroy(): void {
    this.#socket.destroy()
  }
}
