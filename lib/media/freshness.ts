import type { MediaFile } from './media-file.ts'

/**
 * Whether the copy a reader has is still good (RFC 9110, section 13): `If-None-Match` decides where it is sent,
 * `If-Modified-Since` only without it.
 */
export function isUnchanged(
  headers: Headers,
  { etag, modified }: Pick<MediaFile, 'etag' | 'modified'>,
): boolean {
  const known = headers.get('if-none-match')
  if (known !== null)
    return known.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(modified.getTime() / 1000) * 1000 <= since
}
