import { hash } from 'node:crypto'
import type { Coding } from '#lib/http/negotiate.ts'
import { compress, type Effort } from './compress.ts'
import { copyOutOfPool } from './copy-out-of-pool.ts'

/**
 * Every header line as it was last sent, with the bytes and to who holds them already: the same from one request to the
 * next until `cacheControl` is another.
 */
export type Head = { lines: string[]; notModifiedLines: string[]; cacheControl: string; isSettled: boolean }

/** The bytes of an answer in one content coding, with the header lines that say so. */
export type Encoded = {
  bytes: Buffer
  effort: Effort
  etag: string
  headers: readonly string[]
  uses: number
  head: Head
}

/** A finished answer to a URL: what is kept in the store and written to sockets. Header lines are name, value, name … */
export type CachedResponse = {
  readonly status: number
  /** What the answer depends on. */
  readonly tags: readonly string[]
  readonly headers: readonly string[]
  readonly contentType: string
  /** Whether caches of others may keep it for a second only. */
  readonly isShortLived: boolean
  /** When the clock changes this page by what concerns no other; null where any change of the clock may. */
  readonly ownBoundary: number | null
  readonly body: Buffer
  readonly hash: string
  /** Milliseconds, a whole second: when what the answer shows last changed. */
  readonly lastModified: number
  readonly encoded: Map<Coding, Encoded>
  readonly underWay: Map<Coding, Promise<Encoded>>
}

export type ResponseFacts = {
  status: number
  tags: readonly string[]
  headers: readonly string[]
  contentType: string
  isShortLived?: boolean
  ownBoundary?: number | null
  body: Buffer
  changed: number
}

/** Less than this is not worth a decoder's time. */
const MIN_COMPRESSED = 256

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json|javascript|manifest)|image\/svg)/

export function createResponse({
  status,
  tags,
  headers,
  contentType,
  isShortLived = false,
  ownBoundary = null,
  body,
  changed,
}: ResponseFacts): CachedResponse {
  return {
    status,
    tags,
    headers,
    contentType,
    isShortLived,
    ownBoundary,
    body: copyOutOfPool(body),
    hash: hash('sha256', body, 'base64url').slice(0, 22),
    lastModified: Math.floor(changed / 1000) * 1000,
    encoded: new Map(),
    underWay: new Map(),
  }
}

/** The coding this answer is sent in to a client who asks for `wanted`: pictures and trifles are not compressed. */
export function toCoding({ contentType, body }: CachedResponse, wanted: Coding): Coding {
  return body.length < MIN_COMPRESSED || !TEXT.test(contentType) ? 'identity' : wanted
}

/** The answer in a coding: as it is held, or else compressed quickly, once for all who wait for it. */
export function encodeResponse(cached: CachedResponse, coding: Coding): Promise<Encoded> {
  const underWay = cached.underWay.get(coding)
  if (underWay !== undefined) return underWay
  const work = compress(cached.body, coding, 'quick').then((bytes) => {
    const encoded = keepEncoded(cached, coding, bytes, 'quick')
    cached.underWay.delete(coding)
    return encoded
  })
  cached.underWay.set(coding, work)
  return work
}

/** Puts the best compression in the quick one's place. */
export async function recompress(cached: CachedResponse, coding: Coding): Promise<void> {
  keepEncoded(cached, coding, await compress(cached.body, coding, 'best'), 'best')
}

/** What the answer weighs in memory. */
export function countBytes({ body, headers, encoded }: CachedResponse): number {
  let bytes = body.length + headers.reduce((sum, line) => sum + line.length, 0) * 2
  for (const [coding, { bytes: encodedBytes }] of encoded) {
    if (coding !== 'identity') bytes += encodedBytes.length + 256
  }
  return bytes
}

/**
 * The quick and the best compression of one body share an ETag: nothing but the whole of either is ever sent, and a
 * client that holds one needs no other.
 */
function keepEncoded(cached: CachedResponse, coding: Coding, bytes: Buffer, effort: Effort): Encoded {
  const etag = coding === 'identity' ? `"${cached.hash}"` : `"${cached.hash}-${coding}"`
  const lines = coding === 'identity' ? [] : ['Content-Encoding', coding]
  const headers = [...lines, 'Content-Length', String(bytes.length)]
  const head = { lines: [], notModifiedLines: [], cacheControl: '', isSettled: false }
  const encoded = { bytes, effort, etag, headers, uses: 0, head }
  cached.encoded.set(coding, encoded)
  return encoded
}
