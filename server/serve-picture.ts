import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Index } from '#lib/index/index-state.ts'
import { answerPicture, isPicturePath } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'

/** Whether a request asks for a derived picture or a card: those are answered here, without Next. */
export function asksForPicture({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return (method === 'GET' || method === 'HEAD') && isPicturePath(url)
}

/** Answers from memory, from disk, or by making the picture now. Resolves with the bytes of the body. */
export async function servePicture(
  index: Index,
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  response: ServerResponse,
): Promise<number> {
  const [path = ''] = (request.url ?? '').split('?')
  const answer = await answerPicture(index, path, new Date())
  const { status, headers, body } = toPictureReply(answer, request.headers['if-none-match'] ?? null)
  response.writeHead(status, headers)
  const sent = request.method === 'HEAD' ? null : body
  response.end(sent ?? undefined)
  return sent?.length ?? 0
}
