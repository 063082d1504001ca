import { type Conditions, isNotModified } from '#lib/http/conditional.ts'
import { IMMUTABLE } from '#lib/http/immutable.ts'
import { describeMissingFile, type MissingFile } from '#lib/http/missing-file.ts'
import type { PictureAnswer } from './picture-file.ts'

type HeaderMap = Record<string, string>

export type PictureResponse =
  | { status: 200; headers: HeaderMap; body: Uint8Array }
  | { status: 304; headers: HeaderMap; body: null }
  | MissingFile

/** An answer in the words of HTTP. What is not there now may be soon: that is not to be kept. */
export function describePictureResponse(picture: PictureAnswer, conditions: Conditions): PictureResponse {
  if (picture === null || picture === 'unavailable') return describeMissingFile(picture !== null)
  const headers = { 'cache-control': IMMUTABLE, etag: picture.etag }
  if (isNotModified(conditions, picture.etag, null)) return { status: 304, headers, body: null }
  return {
    status: 200,
    headers: { ...headers, 'content-type': picture.type, 'content-length': String(picture.bytes.length) },
    body: picture.bytes,
  }
}
