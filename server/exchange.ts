import type { IncomingMessage } from 'node:http'
import type { AccessLine } from './observe/log.ts'

/** What an answer needs to know of a request. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'socket'>

/**
 * What an answer is written to: node:http's response, or ours straight on the socket. The head is name, value, name …;
 * the body is given whole.
 */
export type Responder = {
  readonly headersSent: boolean
  statusCode: number
  writeHead: (status: number, lines: string[]) => unknown
  end: (body?: Uint8Array) => unknown
  destroy: () => unknown
}

/** One request and its answer, and what the log will say of it. */
export type Exchange<Request extends Asked = Asked, Response extends Responder = Responder> = {
  readonly request: Request
  readonly response: Response
  /** When the request came: wall clock for what is true then, and a clock that never jumps for how long it took. */
  readonly now: Date
  readonly started: number
  store: AccessLine['store']
  bytes: number
  id: string | undefined
}

export function startExchange<Request extends Asked, Response extends Responder>(
  request: Request,
  response: Response,
): Exchange<Request, Response> {
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
