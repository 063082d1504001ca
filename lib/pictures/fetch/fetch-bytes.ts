import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { Limiter } from '#lib/concurrency/limiter.ts'
import { PictureError, rejectPicture } from '../derive/picture-error.ts'

export type FetchedBytes =
  | { kind: 'bytes'; bytes: Uint8Array; validator: string }
  | { kind: 'unchanged' }
  | { kind: 'redirect'; location: string }

type Limits = { signal: AbortSignal; mostBytes: number }
type FetchOptions = Limits & {
  /** The ETag or Last-Modified of what is held already, '' for none. */
  validator: string
}

/** Of answers larger than this so many are read at a time: the others wait where they are, and take no memory. */
const LARGE_BYTES = 2_000_000
const largeLimiter = new Limiter(1)

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * One GET to exactly `address`, whatever the URL's host name resolves to meanwhile. Reads at most `mostBytes`.
 *
 * @throws {PictureError}
 */
export async function fetchBytes(url: URL, address: string, request: FetchOptions): Promise<FetchedBytes> {
  const response = await openResponse(url, address, request)
  try {
    return await readResponse(response, request)
  } finally {
    response.destroy()
  }
}

function openResponse(
  url: URL,
  address: string,
  { signal, validator }: FetchOptions,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request({ ...toOptions(url, address, validator), signal }, resolve)
    sent.on('error', () => reject(toPictureError(signal)))
    sent.end()
  })
}

/** No shared agent: a kept-alive connection or a proxy could use an address that was not checked. */
function toOptions(url: URL, address: string, validator: string): RequestOptions & { servername?: string } {
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return {
    agent: false,
    host: address,
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    headers: {
      host: url.host,
      accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
      'accept-encoding': 'identity',
      'user-agent': 'Broadsheet (fetches the pictures its stories name)',
      ...toCondition(validator),
    },
  }
}

/** Source: RFC 9110, section 13.1. */
function toCondition(validator: string): Record<string, string> {
  if (validator === '') return {}
  return { [/^(?:W\/)?"/.test(validator) ? 'if-none-match' : 'if-modified-since']: validator }
}

async function readResponse(
  response: IncomingMessage,
  { validator, ...limits }: FetchOptions,
): Promise<FetchedBytes> {
  const { statusCode = 0, headers } = response
  if (REDIRECTS.has(statusCode) && headers.location !== undefined) {
    return { kind: 'redirect', location: headers.location }
  }
  if (statusCode === 304 && validator !== '') return { kind: 'unchanged' }
  if (statusCode !== 200) {
    throw new PictureError(`the server answered ${statusCode}`, { lasting: false })
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw rejectPicture('the server packed it, though it was asked not to')
  }
  if (Number(headers['content-length']) > limits.mostBytes) throw tooLarge(limits.mostBytes)
  return {
    kind: 'bytes',
    bytes: await gather(response, limits),
    validator: headers.etag ?? headers['last-modified'] ?? '',
  }
}

async function gather(response: IncomingMessage, { signal, mostBytes }: Limits): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  try {
    const isLarge = await readOn(response, pieces, Math.min(LARGE_BYTES, mostBytes))
    const isTooLarge = isLarge && (await largeLimiter.run(() => readOn(response, pieces, mostBytes)))
    if (isTooLarge) throw tooLarge(mostBytes)
  } catch (error) {
    pieces.length = 0
    throw error instanceof PictureError ? error : toPictureError(signal)
  }
  return Buffer.concat(pieces)
}

/** Reads until there are more than `most` bytes; false when they end before that. */
async function readOn(response: IncomingMessage, pieces: Buffer[], most: number): Promise<boolean> {
  let size = pieces.reduce((sum, { length }) => sum + length, 0)
  for await (const piece of response.iterator({ destroyOnReturn: false })) {
    pieces.push(piece)
    size += piece.length
    if (size > most) return true
  }
  return false
}

function tooLarge(mostBytes: number): PictureError {
  return rejectPicture(`it is larger than ${Math.round(mostBytes / 1_000_000)} MB`)
}

function toPictureError({ aborted }: AbortSignal): PictureError {
  const reason = aborted ? 'the server took too long' : 'the connection failed'
  return new PictureError(reason, { lasting: false })
}
