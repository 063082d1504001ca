import { getIndex } from '#lib/index/open-index.ts'
import { answerPicture } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'

/** Serves a derived picture or a card: what `server/` answers before it asks Next, for those who run Next alone. */
export async function servePicture(request: Request): Promise<Response> {
  const answer = await answerPicture(await getIndex(), new URL(request.url).pathname, new Date())
  const { status, headers, body } = toPictureReply(answer, request.headers.get('if-none-match'))
  return new Response(body === null ? null : new Uint8Array(body), { status, headers })
}
