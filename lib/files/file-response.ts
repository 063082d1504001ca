import { type Conditions, isNotModified } from '#lib/http/conditional.ts'
import { MEDIA_POLICY } from '#lib/http/security-headers.ts'
import { type ByteRange, parseRange } from './byte-range.ts'
import type { ContentFile } from './content-file.ts'

/** What of a request decides which part of a file is sent. */
export type FileConditions = Conditions & { range?: string | undefined; 'if-range'?: string | undefined }

/** An answer in the words of HTTP; `part` is what of the file follows, null for nothing. */
export type FileResponse = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  part: ByteRange | null
}

/**
 * How a file is answered: whole, in part, or not at all as the reader has it.
 *
 * @param method ranges are of GET alone
 */
export function describeFile(file: ContentFile, method: string, conditions: FileConditions): FileResponse {
  const { size, etag, modified, media } = file
  const headers: Record<string, string> = {
    'content-type': media.type,
    'cache-control': 'public, max-age=3600',
    'last-modified': modified.toUTCString(),
    'accept-ranges': 'bytes',
    etag,
    ...(media.isSaved ? { 'content-disposition': 'attachment' } : {}),
    ...(isShownByViewer(media.type) ? {} : { 'content-security-policy': MEDIA_POLICY }),
  }
  if (isNotModified(conditions, etag, modified.getTime())) return { status: 304, headers, part: null }
  const asked = method === 'GET' && isSameVersion(conditions['if-range'], file) ? conditions.range : undefined
  const range = parseRange(asked, size)
  if (range === 'unsatisfiable')
    return { status: 416, headers: { 'content-range': `bytes */${size}`, 'content-length': '0' }, part: null }
  const part = range ?? (size === 0 ? null : { start: 0, end: size - 1 })
  const length = { 'content-length': String(part === null ? 0 : part.end - part.start + 1) }
  if (range === null) return { status: 200, headers: { ...headers, ...length }, part }
  // Compressed on its way, a part would be a part of something else.
  const cacheControl = `${headers['cache-control']}, no-transform`
  const partial = {
    'content-range': `bytes ${range.start}-${range.end}/${size}`,
    'cache-control': cacheControl,
  }
  return { status: 206, headers: { ...headers, ...length, ...partial }, part }
}

/** Browsers show it by a program of their own, which a sandbox would keep from running. */
function isShownByViewer(type: string): boolean {
  return type === 'application/pdf'
}

/** Whether the part the reader has is of this version: by its strong tag, or by its date as it was sent. */
function isSameVersion(ifRange: string | undefined, { etag, modified }: ContentFile): boolean {
  return ifRange === undefined || ifRange === etag || ifRange === modified.toUTCString()
}
