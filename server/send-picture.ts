import type { Env } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { answerPicture, getHeldPicture, type PictureAnswer } from '#lib/picture-desk/answer-picture.ts'
import { toPictureReply } from '#lib/picture-desk/picture-reply.ts'
import { listSecurityHeaders, MEDIA_POLICY } from './answer/security-headers.ts'
import type { Exchange } from './exchange.ts'

export type PictureSender = (exchange: Exchange, path: string) => Promise<void> | undefined

/** Sends derived pictures and cards without Next: those in memory at once, others from disk, or made now. */
export function createPictureSender(index: Index, env: Pick<Env, 'siteUrl' | 'dataDir'>): PictureSender {
  const send = createSender(env)
  return (exchange, path) => {
    const { now } = exchange
    const held = getHeldPicture(index, env.dataDir, path, now)
    if (held !== null) return void send(exchange, held)
    return answerPicture(index, path, now).then((answer) => send(exchange, answer))
  }
}

type Send = (exchange: Exchange, answer: PictureAnswer | null) => void

function createSender(env: Pick<Env, 'siteUrl'>): Send {
  const common = [...listSecurityHeaders(env).flat(), 'Content-Security-Policy', MEDIA_POLICY]
  const toHead = (headers: Record<string, string>) => [...common, ...Object.entries(headers).flat()]
  /** Heads of bytes in memory, written once: writing one anew costs as much as finding the picture. */
  const heads = new WeakMap<Uint8Array, string[]>()

  return (exchange, answer) => {
    const { headers } = exchange.request
    const isConditional = headers['if-none-match'] !== undefined
    const known = answer === null || isConditional ? undefined : heads.get(answer.bytes)
    if (answer !== null && known !== undefined) return write(exchange, 200, known, answer.bytes)
    const reply = toPictureReply(answer, headers)
    const head = toHead(reply.headers)
    if (reply.status === 200) heads.set(reply.body, head)
    write(exchange, reply.status, head, reply.body)
  }
}

function write(exchange: Exchange, status: number, head: string[], body: Uint8Array | null): void {
  const { request, response } = exchange
  const sent = body === null || request.method === 'HEAD' ? undefined : body
  response.writeHead(status, head)
  response.end(sent)
  exchange.bytes = sent?.length ?? 0
}
