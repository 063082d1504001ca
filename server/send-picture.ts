import type { Env } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { answerPicture } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'
import { listSecurityHeaders, MEDIA_POLICY } from './answer/security-headers.ts'
import type { Exchange } from './exchange.ts'

/** Sends a derived picture or a card, without Next: from memory, from disk, or made now. */
export async function sendPicture(
  index: Index,
  env: Pick<Env, 'siteUrl'>,
  exchange: Exchange,
): Promise<void> {
  const { request, response, now } = exchange
  const [path = ''] = (request.url ?? '').split('?')
  const { status, headers, body } = toPictureReply(
    await answerPicture(index, path, now),
    request.headers['if-none-match'] ?? null,
  )
  for (const [name, value] of listSecurityHeaders(env)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', MEDIA_POLICY)
  response.writeHead(status, headers)
  const sent = request.method === 'HEAD' ? null : body
  response.end(sent ?? undefined)
  exchange.bytes = sent?.length ?? 0
}
