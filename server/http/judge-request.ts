import type { IncomingMessage } from 'node:http'
import { getMaxPostBytes } from '#lib/routes/route-properties.ts'
import { isHost } from './host.ts'
import { parseTarget } from './request-target.ts'

/** What every resource of the site answers to, and nothing else, but for what is sent messages. */
export const ALLOWED_METHODS = 'GET, HEAD, OPTIONS'
const MESSAGE_METHODS = 'POST, OPTIONS'

/** The methods that a URL answers to, as `Allow` lists them. */
export function getAllowedMethods(url: string): string {
  return getMaxPostBytes(url) === null ? ALLOWED_METHODS : MESSAGE_METHODS
}

/** Methods everybody knows (RFC 9110 and 5789): refused for each resource. Others are nothing this server does. */
const KNOWN_METHODS = new Set(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'])

/** A body this large is a mistake or an attack, but for what is sent messages. */
const MAX_BODY_BYTES = 64 * 1024

export type Refusal = 400 | 405 | 411 | 413 | 501

type Judged = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders' | 'httpVersion'>

/**
 * Why a request is refused, whatever it is for; null when it is to be answered. A target in absolute form is made one of
 * a path, whose host stands above what `Host` says.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function judgeRequest(request: Judged): Refusal | null {
  const target = parseTarget(request.method ?? '', request.url ?? '')
  if (target === null) return 400
  const hasOwnHost = target.kind === 'resource' && target.host !== null
  if (!isHostGood(request, hasOwnHost)) return 400
  if (target.kind === 'resource') {
    request.url = target.url
    if (target.host !== null) request.headers.host = target.host
  }
  return judgeBody(request) ?? judgeMethod(request.method ?? '', request.url ?? '')
}

/** One `Host` that names a host. It may be empty beside a target that names one, and missing before HTTP/1.1. */
function isHostGood({ headers, rawHeaders, httpVersion }: Judged, hasOwnHost: boolean): boolean {
  const { host } = headers
  if (host === undefined) return httpVersion !== '1.1'
  const count = rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length
  return count === 1 && (isHost(host) || (hasOwnHost && host === ''))
}

function judgeBody({ method, url, headers }: Judged): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  const length = headers['content-length']
  const most = (method === 'POST' ? getMaxPostBytes(url ?? '') : null) ?? MAX_BODY_BYTES
  return length !== undefined && Number(length) > most ? 413 : null
}

function judgeMethod(method: string, url: string): 405 | 501 | null {
  if (method === 'POST' && getMaxPostBytes(url) !== null) return null
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null
  return KNOWN_METHODS.has(method) ? 405 : 501
}
