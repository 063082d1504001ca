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
