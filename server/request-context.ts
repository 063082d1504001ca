import type { IncomingMessage } from 'node:http'
import type { AccessLine } from './observe/log.ts'

/** What an answer needs to know of a request. */
export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'socket'>

/**
 * What an answer is written to: node:http's response, or ours straight on the socket. The head is name, value, name …;
 * the body is given whole.
 */
export type ResponseWriter = {
  readonly headersSent: boolean
  statusCode: number
  writeHead: (status: number, lines: string[]) => unknown
  end: (body?: Uint8Array) => unknown
  destroy: () => unknown
}

/** One request and its answer, and what the log will say of it. */
export type RequestContext<
  Incoming extends RequestHead = RequestHead,
  Outgoing extends ResponseWriter = ResponseWriter,
> = {
  readonly request: Incoming
  readonly response: Outgoing
  /** When the request came: wall clock for what is true then, and a clock that never jumps for how long it took. */
  readonly now: Date
  readonly started: number
  store: AccessLine['store']
  bytes: number
  id: string | undefined
}

export function createRequestContext<Incoming extends RequestHead, Outgoing extends ResponseWriter>(
  request: Incoming,
  response: Outgoing,
): RequestContext<Incoming, Outgoing> {
  return {
    request,
    response,
    now: new Date(),
    started: performance.now(),
    store: 'none',
    bytes: 0,
    id: undefined,
  }
}
