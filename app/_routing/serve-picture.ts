import { toConditions } from '#lib/http/conditional.ts'
import { getPicture } from '#lib/picture-service/get-picture.ts'
import { type PictureAnswer, toPictureAnswer } from '#lib/picture-service/picture-file.ts'
import { describePictureResponse } from '#lib/picture-service/picture-response.ts'
import { getIndex } from '#lib/sync/open-index.ts'

/** Serves a derived picture or a card: what `server/` answers before it asks Next, for those who run Next alone. */
export async function servePicture(request: Request): Promise<Response> {
  const index = await getIndex()
  const picture = await getPicture(index, new URL(request.url).pathname, new Date())
  return toPictureResponse(request, await toPictureAnswer(index, picture))
}

export function toPictureResponse(request: Request, answer: PictureAnswer): Response {
  const { status, headers, body } = describePictureResponse(answer, toConditions(request.headers))
  return new Response(body === null ? null : new Uint8Array(body), { status, headers })
}
