import type { Env } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { answerPicture, getHeldPicture, type PictureAnswer } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'
import { listSecurityHeaders, MEDIA_POLICY } from './answer/security-headers.ts'
import type { Exchange } from './exchange.ts'

export type PictureSender = (exchange: Exchange) => Promise<void> | undefined

/** Sends derived pictures and cards without Next: those in memory at once, others from disk, or made now. */
export function createPictureSender(index: Index, env: Pick<Env, 'siteUrl' | 'dataDir'>): PictureSender {
  const common = [...listSecurityHeaders(env).flat(), 'Content-Security-Policy', MEDIA_POLICY]
  return (exchange) => {
    const { request, now } = exchange
    const [path = ''] = (request.url ?? '').split('?', 1)
    const held = getHeldPicture(index, env.dataDir, path, now)
    if (held !== null) return void send(exchange, held, common)
    return answerPicture(index, path, now).then((answer) => send(exchange, answer, common))
  }
}

function send(exchange: Exchange, answer: PictureAnswer | null, common: readonly string[]): void {
  const { request, response } = exchange
  const { status, headers, body } = toPictureReply(answer, request.headers['if-none-match'] ?? null)
  const sent = request.method === 'HEAD' ? null : body
  response.writeHead(status, [...common, ...Object.entries(headers).flat()])
  response.end(sent ?? undefined)
  exchange.bytes = sent?.length ?? 0
}
