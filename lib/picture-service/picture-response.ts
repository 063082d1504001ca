import { type Conditions, isNotModified } from '#lib/http/conditional.ts'
import { IMMUTABLE } from '#lib/http/immutable.ts'
import { RETRY_SECONDS } from '#lib/http/retry-seconds.ts'
import type { PictureAnswer } from './picture-file.ts'

type HeaderMap = Record<string, string>

export type PictureResponse =
  | { status: 200; headers: HeaderMap; body: Uint8Array }
  | { status: 304 | 404 | 503; headers: HeaderMap; body: Uint8Array | null }

const NOT_FOUND = Buffer.from('No such file.\n')
const UNAVAILABLE = Buffer.from('This file cannot be read now.\n')

/** An answer in the words of HTTP. What is not there now may be soon: that is not to be kept. */
export function describePictureResponse(picture: PictureAnswer, conditions: Conditions): PictureResponse {
  if (picture === null) return { status: 404, headers: describeText(NOT_FOUND), body: NOT_FOUND }
  if (picture === 'unavailable') {
    const headers = { ...describeText(UNAVAILABLE), 'retry-after': RETRY_SECONDS }
    return { status: 503, headers, body: UNAVAILABLE }
  }
  const headers = { 'cache-control': IMMUTABLE, etag: picture.etag }
  if (isNotModified(conditions, picture.etag, null)) return { status: 304, headers, body: null }
  return {
    status: 200,
    headers: { ...headers, 'content-type': picture.type, 'content-length': String(picture.bytes.length) },
    body: picture.bytes,
  }
}

function describeText(body: Uint8Array): HeaderMap {
  return {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  }
}
