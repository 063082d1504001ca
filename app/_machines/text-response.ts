import { describeMissingFile } from '#lib/http/missing-file.ts'
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

/** In the place of a file of the content folder. `isUnavailable`: that cannot be seen, and what is in it is no more gone than the stories. */
export function missingFileResponse(isUnavailable: boolean): Response {
  const { status, headers, body } = describeMissingFile(isUnavailable)
  return new Response(body, { status, headers })
}

export const XML = 'application/xml; charset=utf-8'
export const TEXT = 'text/plain; charset=utf-8'
