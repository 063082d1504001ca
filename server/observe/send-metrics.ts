import { hash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isFromThisMachine } from './client-address.ts'
import type { Metrics } from './metrics.ts'

/** The figures, for this machine, or for whoever sends METRICS_TOKEN as a bearer token. */
export async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  metrics: Pick<Metrics, 'contentType' | 'format'>,
  token: string | undefined,
): Promise<void> {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  if (!mayRead(request, token)) {
    response.writeHead(403, { ...headers, 'Content-Type': 'text/plain' }).end('Forbidden\n')
    return
  }
  const text = await metrics.format()
  response.writeHead(200, { ...headers, 'Content-Type': metrics.contentType }).end(text)
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return isFromThisMachine(request)
  const given = request.headers.authorization ?? ''
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`))
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
