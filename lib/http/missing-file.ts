/** `Retry-After` of what cannot be answered now, and may be soon. */
export const RETRY_SECONDS = '5'

export type MissingFile = {
  status: 404 | 503
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

/** What is sent in the place of a file, not to be kept. `isUnavailable`: it may be there, and cannot be seen now. */
export function describeMissingFile(isUnavailable: boolean): MissingFile {
  const body = Buffer.from(isUnavailable ? 'This file cannot be read now.\n' : 'No such file.\n')
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  }
  return isUnavailable
    ? { status: 503, headers: { ...headers, 'retry-after': RETRY_SECONDS }, body }
    : { status: 404, headers, body }
}
