import { getIcon } from '#lib/picture-service/get-icon.ts'
import type { IconName } from '#lib/pictures/icon/draw-icon.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { notFoundResponse } from './text-response.ts'

/** The GET of an icon. For plain `next start`, which would let it be kept for a year: a day. */
export function createIconRoute(name: IconName) {
  return async (): Promise<Response> => {
    const icon = await getIcon(await getIndex(), name)
    if (icon === null) return notFoundResponse()
    const headers = { 'content-type': icon.type, 'cache-control': 'public, max-age=86400', etag: icon.etag }
    return new Response(new Uint8Array(icon.bytes), { headers })
  }
}
