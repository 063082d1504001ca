import { type Conditions, isHeld } from '#lib/format/conditional.ts'
import { IMMUTABLE } from '#lib/format/immutable.ts'
import type { PictureAnswer } from './answer-picture.ts'

type Headers = Record<string, string>

export type PictureReply =
  | { status: 200; headers: Headers; body: Uint8Array }
  | { status: 304 | 404; headers: Headers; body: Uint8Array | null }

/** Whether a path is one of a derived picture or a card; any other is none of the desk's business. */
export function isPicturePath(path: string): boolean {
  return path.startsWith('/media/p/') || path.startsWith('/media/card/')
}

const NO_PICTURE = Buffer.from('No such picture.\n')

/** An answer in the words of HTTP. What is not there now may be soon: that is not to be kept. */
export function toPictureReply(answer: PictureAnswer | null, conditions: Conditions): PictureReply {
  if (answer === null) {
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': String(NO_PICTURE.length),
    }
    return { status: 404, headers, body: NO_PICTURE }
  }
  const headers = { 'cache-control': IMMUTABLE, etag: answer.etag }
  if (isHeld(conditions, answer.etag, null)) return { status: 304, headers, body: null }
  return {
    status: 200,
    headers: { ...headers, 'content-type': answer.type, 'content-length': String(answer.bytes.length) },
    body: answer.bytes,
  }
}
