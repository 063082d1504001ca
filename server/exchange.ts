import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AccessLine } from './observe/log.ts'

/** One request and its answer, and what the log will say of it. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** When the request came: wall clock for what is true then, and a clock that never jumps for how long it took. */
  readonly now: Date
  readonly started: number
  store: AccessLine['store']
  bytes: number
  id: string | undefined
}

export function startExchange(request: IncomingMessage, response: ServerResponse): Exchange {
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
