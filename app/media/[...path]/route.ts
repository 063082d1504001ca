import { getEnv } from '#lib/config/env.ts'
import { isNotModified, toConditions } from '#lib/http/conditional.ts'
import { getMediaFile, type MediaFile } from '#lib/pictures/files/media-file.ts'
import { streamFile } from '#lib/pictures/files/stream-file.ts'
import { decodeSegment } from '../../_routing/segments.ts'
import { toPictureResponse } from '../../_routing/serve-picture.ts'

type Context = { params: Promise<{ path: string[] }> }

/** Serves the pictures of the content folder. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const media = await openPicture((await params).path)
  if (media === null) return toPictureResponse(request, null)
  const headers = toHeaders(media)
  if (isNotModified(toConditions(request.headers), media.etag, media.modified.getTime())) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(streamFile(media.file), {
    headers: { ...headers, 'content-length': String(media.size) },
  })
}

async function openPicture(path: readonly string[]): Promise<MediaFile | null> {
  const segments = path.map(decodeSegment)
  return segments.every((segment) => segment !== null) ? getMediaFile(getEnv().contentDir, segments) : null
}

function toHeaders({ type, etag, modified }: MediaFile) {
  return {
    'content-type': type,
    'cache-control': 'public, max-age=3600',
    'last-modified': modified.toUTCString(),
    etag,
    'x-content-type-options': 'nosniff',
  }
}
