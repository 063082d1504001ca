import { hash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '#lib/config/env.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import type { Metrics } from './metrics.ts'

type Asked = Pick<IncomingMessage, 'headers'>
type Source = Pick<Metrics, 'contentType' | 'format'>

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
const TEXT = { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }

/**
 * Answers `/metrics` on the site's own port: for whoever sends METRICS_TOKEN as a bearer token. Where a request comes
 * from proves nothing: behind a proxy on this machine, everybody's come from here.
 */
export async function sendMetrics(
  request: Asked,
  response: ServerResponse,
  metrics: Source,
  { metricsToken }: Pick<Env, 'metricsToken'>,
): Promise<void> {
  if (metricsToken === undefined) {
    response.writeHead(404, TEXT).end('Not Found\n')
    return
  }
  await sendToBearer(request, response, metrics, metricsToken)
}

/** Answers on the port that METRICS_PORT opens, where a token is asked for only if there is one. */
export async function sendMetricsOnOwnPort(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  response: ServerResponse,
  metrics: Source,
  { metricsToken }: Pick<Env, 'metricsToken'>,
): Promise<void> {
  if (request.url?.split('?', 1)[0] !== ROUTES.metrics.path) response.writeHead(404, TEXT).end('Not Found\n')
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...TEXT, Allow: 'GET, HEAD' }).end('Method Not Allowed\n')
  } else if (metricsToken === undefined) await send(response, metrics)
  else await sendToBearer(request, response, metrics, metricsToken)
}

async function sendToBearer(request: Asked, response: ServerResponse, metrics: Source, token: string) {
  if (isBearer(request, token)) await send(response, metrics)
  else response.writeHead(401, { ...TEXT, 'WWW-Authenticate': 'Bearer' }).end('Unauthorized\n')
}

async function send(response: ServerResponse, metrics: Source): Promise<void> {
  const text = await metrics.format()
  response.writeHead(200, { ...HEADERS, 'Content-Type': metrics.contentType }).end(text)
}

function isBearer({ headers }: Asked, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
