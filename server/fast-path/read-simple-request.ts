import type { IncomingHttpHeaders } from 'node:http'
import { isHost } from '../http/host.ts'

/** A request as node:http would tell of it. */
export type SimpleRequest = { method: 'GET' | 'HEAD'; url: string; headers: IncomingHttpHeaders }

/** No more than a whole header may have: what is longer is refused by those who count. */
const MAX_BYTES = 16 * 1024

/**
 * A request for a path, then its lines, then an empty one, and nothing after it. Names are tokens, values what node:http
 * takes in them.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9112
 */
const SIMPLE =
  /^(?:GET|HEAD) \/[!"$-~]* HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*\r\n)+\r\n$/

/** Lines that change what a request is, how long it is, or what becomes of its connection. */
const DECISIVE = [
  'content-length',
  'expect',
  'http2-settings',
  'if-range',
  'proxy-connection',
  'range',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** Names as browsers and proxies write them. */
const COMMON = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Cache-Control',
  'Connection',
  'Cookie',
  'DNT',
  'Host',
  'If-Modified-Since',
  'If-None-Match',
  'Pragma',
  'Priority',
  'Referer',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'Sec-Fetch-User',
  'Sec-GPC',
  'Upgrade-Insecure-Requests',
  'User-Agent',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Real-IP',
  'X-Request-Id',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
]

/** Written name → name, or null for one that is decisive. Others are spelt in lower case when they come. */
const NAMES = new Map<string, string | null>([
  ...COMMON.map((name) => [name, name.toLowerCase()] as const),
  ...COMMON.map((name) => [name.toLowerCase(), name.toLowerCase()] as const),
  ...DECISIVE.map((name) => [name, null] as const),
])

const CARRIAGE_RETURN = 13
const SPACE = 32
const TAB = 9

/**
 * Reads what came in one piece, if it is exactly one whole, unambiguous request. Null says nothing
 * about a request but that node:http is to look at it.
 */
export function readSimpleRequest(chunk: Buffer): SimpleRequest | null {
  if (chunk.length > MAX_BYTES) return null
  const text = chunk.toString('latin1')
  if (!SIMPLE.test(text)) return null
  const method = text.startsWith('G') ? 'GET' : 'HEAD'
  const lineEnd = text.indexOf('\r\n')
  const headers = readHeaders(text, lineEnd + 2)
  if (headers === null) return null
  // Not cut from `text`: what is kept under a URL must not keep the whole request.
  const url = chunk.toString('latin1', method.length + 1, lineEnd - ' HTTP/1.1'.length)
  return { method, url, headers }
}

function readHeaders(text: string, from: number): IncomingHttpHeaders | null {
  const headers: IncomingHttpHeaders = {}
  let start = from
  while (text.charCodeAt(start) !== CARRIAGE_RETURN) {
    const colon = text.indexOf(':', start)
    const end = text.indexOf('\r\n', colon)
    const name = toName(text.slice(start, colon))
    if (name === null || headers[name] !== undefined) return null
    headers[name] = readValue(text, colon + 1, end)
    start = end + 2
  }
  const { host, connection = 'keep-alive' } = headers
  const isPlain = host !== undefined && isHost(host) && connection.toLowerCase() === 'keep-alive'
  return isPlain ? headers : null
}

function toName(written: string): string | null {
  const known = NAMES.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  return NAMES.get(name) === null ? null : name
}

function readValue(text: string, from: number, to: number): string {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (start < end && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}
