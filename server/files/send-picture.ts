import type { Env } from '#lib/config/env.ts'
import { listSecurityHeaders, MEDIA_POLICY } from '#lib/http/security-headers.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getCachedPicture, getPicture } from '#lib/picture-service/get-picture.ts'
import { type PictureAnswer, toPictureAnswer } from '#lib/picture-service/picture-file.ts'
import { describePictureResponse } from '#lib/picture-service/picture-response.ts'
import type { RequestContext } from '../request-context.ts'

export type PictureSender = (context: RequestContext, path: string) => Promise<void> | undefined

/** Sends derived pictures and cards without Next: those in memory at once, others from disk, or made now. */
export function createPictureSender(index: Index, env: Pick<Env, 'siteUrl' | 'dataDir'>): PictureSender {
  const send = createSender(env)
  return (context, path) => {
    const { now } = context
    const cached = getCachedPicture(index, env.dataDir, path, now)
    if (cached !== null) return void send(context, cached)
    return getPicture(index, path, now)
      .then((picture) => toPictureAnswer(index, picture))
      .then((answer) => send(context, answer))
  }
}

type Send = (context: RequestContext, picture: PictureAnswer) => void

/** Sends bytes that never change at their address. */
export function createSender(env: Pick<Env, 'siteUrl'>): Send {
  const common = [...listSecurityHeaders(env).flat(), 'Content-Security-Policy', MEDIA_POLICY]
  const toHead = (headers: Record<string, string>) => [...common, ...Object.entries(headers).flat()]
  /** Heads of bytes in memory, written once: writing one anew costs as much as finding the picture. */
  const heads = new WeakMap<Uint8Array, string[]>()

  return (context, picture) => {
    const { headers } = context.request
    const isConditional = headers['if-none-match'] !== undefined
    const bytes = picture === null || picture === 'unavailable' ? undefined : picture.bytes
    const known = bytes === undefined || isConditional ? undefined : heads.get(bytes)
    if (bytes !== undefined && known !== undefined) return write(context, 200, known, bytes)
    const described = describePictureResponse(picture, headers)
    const head = toHead(described.headers)
    if (described.status === 200) heads.set(described.body, head)
    write(context, described.status, head, described.body)
  }
}

function write(context: RequestContext, status: number, head: string[], body: Uint8Array | null): void {
  const { request, response } = context
  const sent = body === null || request.method === 'HEAD' ? undefined : body
  response.writeHead(status, head)
  response.end(sent)
  context.bytes = sent?.length ?? 0
}
