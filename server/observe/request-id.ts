import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What ties an answer to its lines in the log: the id a trusted proxy gave the request, or a new one. */
export function getRequestId({ headers }: Pick<IncomingMessage, 'headers'>, proxies: number): string {
  const given = [headers['x-request-id'] ?? []].flat()[0] ?? ''
  return proxies > 0 && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
