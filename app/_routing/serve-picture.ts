import { toConditions } from '#lib/http/conditional.ts'
import { getPicture } from '#lib/picture-service/get-picture.ts'
import type { PictureFile } from '#lib/picture-service/picture-file.ts'
import { describePictureResponse } from '#lib/picture-service/picture-response.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/** Serves a derived picture or a card: what `server/` answers before it asks Next, for those who run Next alone. */
export async function servePicture(request: Request): Promise<Response> {
  return toPictureResponse(
    request,
    await getPicture(await getIndex(), new URL(request.url).pathname, new Date()),
  )
}

/** Null says that there is no such picture. */
export function toPictureResponse(request: Request, answer: PictureFile | null): Response {
  const { status, headers, body } = describePictureResponse(answer, toConditions(request.headers))
  return new Response(body === null ? null : new Uint8Array(body), { status, headers })
}
