import type { Env } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { answerPicture, getHeldPicture, type PictureAnswer } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'
import { listSecurityHeaders, MEDIA_POLICY } from './answer/security-headers.ts'
import type { Exchange } from './exchange.ts'

export type PictureSender = (exchange: Exchange) => Promise<void> | undefined

/** Sends derived pictures and cards without Next: those in memory at once, others from disk, or made now. */
export function createPictureSender(index: Index, env: Pick<Env, 'siteUrl' | 'dataDir'>): PictureSender {
  const send = createSender(env)
  return (exchange) => {
    const { request, now } = exchange
    const [path = ''] = (request.url ?? '').split('?', 1)
    const held = getHeldPicture(index, env.dataDir, path, now)
    if (held !== null) return void send(exchange, held)
    return answerPicture(index, path, now).then((answer) => send(exchange, answer))
  }
}

type Send = (exchange: Exchange, answer: PictureAnswer | null) => void

function createSender(env: Pick<Env, 'siteUrl'>): Send {
  const common = [...listSecurityHeaders(env).flat(), 'Content-Security-Policy', MEDIA_POLICY]
  const toHead = (headers: Record<string, string>) => [...common, ...Object.entries(headers).flat()]
  /** Of bytes in memory, written once: writing a head anew costs as much as finding the picture. */
  const heads = new WeakMap<Uint8Array, string[]>()

  return (exchange, answer) => {
    const { request, response } = exchange
    const reply = toPictureReply(answer, request.headers['if-none-match'] ?? null)
    const head = (reply.body === null ? undefined : heads.get(reply.body)) ?? toHead(reply.headers)
    if (reply.status === 200) heads.set(reply.body, head)
    const sent = request.method === 'HEAD' ? null : reply.body
    response.writeHead(reply.status, head)
    response.end(sent ?? undefined)
    exchange.bytes = sent?.length ?? 0
  }
}
