import type { ServerResponse } from 'node:http'
import type { Env } from '#lib/config/env.ts'
import { listSecurityHeaders } from '#lib/http/security-headers.ts'
import type { RequestContext } from '../request-context.ts'
import { ALLOWED_METHODS } from './judge-request.ts'

/** Says what may be asked, of any resource and of the server as a whole. */
export function sendOptions(env: Pick<Env, 'siteUrl'>, response: ServerResponse): void {
  const security = listSecurityHeaders(env).flat()
  response.writeHead(204, ['Allow', ALLOWED_METHODS, 'Cache-Control', 'no-store', ...security])
  response.end()
}

/** Leads to the proper spelling of an address, for good. */
export function sendRedirect(
  env: Pick<Env, 'siteUrl'>,
  { response }: Pick<RequestContext, 'response'>,
  url: string,
): void {
  const lines = ['Location', url, 'Content-Length', '0', 'Cache-Control', 'public, max-age=3600']
  response.writeHead(308, [...lines, ...listSecurityHeaders(env).flat()])
  response.end()
}

/** Asks a client that searches too often to wait. */
export function sendTooMany(env: Pick<Env, 'siteUrl'>, { response }: Pick<RequestContext, 'response'>): void {
  const body = Buffer.from('Too many searches. Please wait a moment and try again.\n')
  const lines = [
    ...['Retry-After', '5', 'Content-Type', 'text/plain; charset=utf-8'],
    ...['Content-Length', String(body.length), 'Cache-Control', 'no-store', 'X-Robots-Tag', 'noindex'],
  ]
  response.writeHead(429, [...lines, ...listSecurityHeaders(env).flat()])
  response.end(body)
}
