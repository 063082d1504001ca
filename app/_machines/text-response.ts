import { RETRY_SECONDS } from '#lib/http/retry-seconds.ts'
import { sha256 } from '#lib/text/hash.ts'

/** What a program asked for, whole, under a tag that changes with its bytes. */
export function textResponse(body: string, type: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      etag: `"${sha256(body).slice(0, 32)}"`,
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

/** What is made while it is sent. */
export function answerStream(pieces: AsyncGenerator<string>, type: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
  return new Response(body, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } })
}

/** For a program, 404 needs no page. */
export function notFoundResponse(): Response {
  return new Response('There is nothing here.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-robots-tag': 'noindex' },
  })
}

/** The content folder cannot be seen: what is in it is no more gone than the stories. */
export function unavailableResponse(): Response {
  return new Response('This file cannot be read now.\n', {
    status: 503,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': RETRY_SECONDS,
    },
  })
}

export const XML = 'application/xml; charset=utf-8'
export const TEXT = 'text/plain; charset=utf-8'
