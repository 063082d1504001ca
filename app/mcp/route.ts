import { answerMessage } from '#lib/mcp/answer-message.ts'
import { createRateLimit } from '#lib/mcp/rate-limit.ts'
import { getSite } from '#lib/queries/queries.ts'

export const dynamic = 'force-dynamic'

/** So many messages a minute: a story costs a rendering. */
const takeTurn = createRateLimit(120, 60_000)

const HEADERS = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' }

/** One message of the Model Context Protocol, answered as JSON. There are no sessions and no streams. */
export async function POST(request: Request): Promise<Response> {
  const now = new Date()
  const turn = takeTurn(now.getTime())
  if (!turn.isFree) {
    const headers = { ...HEADERS, 'retry-after': String(turn.retryAfter) }
    return new Response('Too many messages.\n', { status: 429, headers })
  }
  const answer = await answerMessage(await request.text(), await getSite(), now)
  if (answer === null) return new Response(null, { status: 202, headers: HEADERS })
  return Response.json(answer, { headers: HEADERS })
}

/** A stream of messages from here, which there is none of. */
export function GET(): Response {
  return new Response('Send messages by POST.\n', {
    status: 405,
    headers: { ...HEADERS, allow: 'POST, OPTIONS' },
  })
}

export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...HEADERS,
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'content-type, accept, mcp-protocol-version',
    },
  })
}
