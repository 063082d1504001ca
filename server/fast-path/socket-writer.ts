import type { Socket } from 'node:net'
import { formatHead, type HeadEnding } from './head.ts'

/** Head and body as they go over the wire; true while the head's ending is the same. */
type CachedMessage = { status: number; body: Uint8Array; bytes: Buffer }

/** At most 9 MB: enough for whatever is asked for often within one second. */
const MAX_CACHED = 256
const MAX_CACHED_BYTES = 32 * 1024

/** Of answers to HEAD, and of 304. */
const NO_BODY = new Uint8Array(0)

/** Writes answers as node:http would: the same lines in the same order. */
export class SocketWriter {
  readonly #ending: HeadEnding
  /** By the header lines, which are the same array from one request to the next. */
  readonly #wholes = new Map<readonly string[], CachedMessage>()
  #ended = ''

  constructor(ending: HeadEnding) {
    this.#ending = ending
  }

  /** @throws {Error} before anything is written, for lines that cannot stand in a head */
  write(socket: Socket, status: number, lines: readonly string[], body: Uint8Array | undefined): void {
    const ending = this.#ending.toText()
    const message = this.#toWhole(status, lines, body ?? NO_BODY, ending)
    if (message !== undefined) socket.write(message)
    else writeParts(socket, formatHead(status, lines) + ending, body)
    if (this.#ending.isLast) socket.destroySoon()
  }

  /** One piece of bytes is written in a microsecond or two less than two are, or a string. */
  #toWhole(status: number, lines: readonly string[], body: Uint8Array, ending: string): Buffer | undefined {
    if (ending !== this.#ended) this.#wholes.clear()
    this.#ended = ending
    const known = this.#wholes.get(lines)
    if (known?.body === body && known.status === status) return known.bytes
    if (body.length > MAX_CACHED_BYTES || this.#wholes.size >= MAX_CACHED) return undefined
    const bytes = joinBytes(formatHead(status, lines) + ending, body)
    this.#wholes.set(lines, { status, body, bytes })
    return bytes
  }
}

function writeParts(socket: Socket, head: string, body: Uint8Array | undefined): void {
  socket.cork()
  socket.write(head, 'latin1')
  if (body !== undefined) socket.write(body)
  socket.uncork()
}

function joinBytes(head: string, body: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafeSlow(head.length + body.length)
  bytes.write(head, 'latin1')
  bytes.set(body, head.length)
  return bytes
}
