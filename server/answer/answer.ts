import { hash } from 'node:crypto'
import { compress, type Effort } from './compress.ts'
import type { Coding } from './negotiate.ts'
import { toOwnMemory } from './own-memory.ts'

/**
 * Every header line as it was last sent, with the bytes and to who holds them already: the same from one request to the
 * next until `cacheControl` is another.
 */
export type Head = { lines: string[]; heldLines: string[]; cacheControl: string; isSettled: boolean }

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
export type Answer = {
  readonly status: number
  /** What the answer depends on. */
  readonly tags: readonly string[]
  readonly headers: readonly string[]
  readonly contentType: string
  readonly body: Buffer
  readonly hash: string
  /** Milliseconds, a whole second: when what the answer shows last changed. */
  readonly lastModified: number
  readonly encoded: Map<Coding, Encoded>
  readonly underWay: Map<Coding, Promise<Encoded>>
}

export type AnswerFacts = {
  status: number
  tags: readonly string[]
  headers: readonly string[]
  contentType: string
  body: Buffer
  changed: number
}

/** Less than this is not worth a decoder's time. */
const SMALLEST_COMPRESSED = 256

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json|javascript|manifest)|image\/svg)/

export function createAnswer({ status, tags, headers, contentType, body, changed }: AnswerFacts): Answer {
  return {
    status,
    tags,
    headers,
    contentType,
    body: toOwnMemory(body),
    hash: hash('sha256', body, 'base64url').slice(0, 22),
    lastModified: Math.floor(changed / 1000) * 1000,
    encoded: new Map(),
    underWay: new Map(),
  }
}

/** The coding this answer is sent in to a client who asks for `wanted`: pictures and trifles are not compressed. */
export function toCoding({ contentType, body }: Answer, wanted: Coding): Coding {
  return body.length < SMALLEST_COMPRESSED || !TEXT.test(contentType) ? 'identity' : wanted
}

/** The answer in a coding: as it is held, or else compressed quickly, once for all who wait for it. */
export function encodeAnswer(answer: Answer, coding: Coding): Promise<Encoded> {
  const underWay = answer.underWay.get(coding)
  if (underWay !== undefined) return underWay
  const work = compress(answer.body, coding, 'quick').then((bytes) => {
    const encoded = keepEncoded(answer, coding, bytes, 'quick')
    answer.underWay.delete(coding)
    return encoded
  })
  answer.underWay.set(coding, work)
  return work
}

/** Puts the best compression in the quick one's place. */
export async function improveAnswer(answer: Answer, coding: Coding): Promise<void> {
  keepEncoded(answer, coding, await compress(answer.body, coding, 'best'), 'best')
}

/** What the answer weighs in memory. */
export function countBytes({ body, headers, encoded }: Answer): number {
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
function keepEncoded(answer: Answer, coding: Coding, bytes: Buffer, effort: Effort): Encoded {
  const etag = coding === 'identity' ? `"${answer.hash}"` : `"${answer.hash}-${coding}"`
  const lines = coding === 'identity' ? [] : ['Content-Encoding', coding]
  const headers = [...lines, 'Content-Length', String(bytes.length)]
  const head = { lines: [], heldLines: [], cacheControl: '', isSettled: false }
  const encoded = { bytes, effort, etag, headers, uses: 0, head }
  answer.encoded.set(coding, encoded)
  return encoded
}
