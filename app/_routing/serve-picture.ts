import { toConditions } from '#lib/format/conditional.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { answerPicture, type PictureAnswer } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'

/** Serves a derived picture or a card: what `server/` answers before it asks Next, for those who run Next alone. */
export async function servePicture(request: Request): Promise<Response> {
  return toPictureResponse(
    request,
    await answerPicture(await getIndex(), new URL(request.url).pathname, new Date()),
  )
}

/** Null says that there is no such picture. */
export function toPictureResponse(request: Request, answer: PictureAnswer | null): Response {
  const { status, headers, body } = toPictureReply(answer, toConditions(request.headers))
  return new Response(body === null ? null : new Uint8Array(body), { status, headers })
}
