import { type Conditions, isNotModified } from '#lib/http/conditional.ts'
import { IMMUTABLE } from '#lib/http/immutable.ts'
import type { PictureFile } from './picture-file.ts'

type HeaderMap = Record<string, string>

export type PictureResponse =
  | { status: 200; headers: HeaderMap; body: Uint8Array }
  | { status: 304 | 404; headers: HeaderMap; body: Uint8Array | null }

const NOT_FOUND = Buffer.from('No such file.\n')

/** An answer in the words of HTTP. What is not there now may be soon: that is not to be kept. */
export function describePictureResponse(
  picture: PictureFile | null,
  conditions: Conditions,
): PictureResponse {
  if (picture === null) {
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': String(NOT_FOUND.length),
    }
    return { status: 404, headers, body: NOT_FOUND }
  }
  const headers = { 'cache-control': IMMUTABLE, etag: picture.etag }
  if (isNotModified(conditions, picture.etag, null)) return { status: 304, headers, body: null }
  return {
    status: 200,
    headers: { ...headers, 'content-type': picture.type, 'content-length': String(picture.bytes.length) },
    body: picture.bytes,
  }
}
