import { getEnv } from '#lib/config/env.ts'
import { isFromGitHost } from '#lib/content-git/verify-hook.ts'
import { getIndex } from '#lib/sync/open-index.ts'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'no-store' }

/** So soon the thread that pulls may be there again. */
const RETRY_SECONDS = '10'

/** A repository's host says that its branch has moved: it is pulled at once. */
export async function POST(request: Request): Promise<Response> {
  const { contentGit, hookSecret } = getEnv()
  if (contentGit === null || hookSecret === null) return say(404, 'There is nothing here.')
  if (!isFromGitHost(request.headers, await request.text(), hookSecret, Date.now()))
    return say(403, 'The signature is not by the secret of this site (HOOK_SECRET).')
  const index = await getIndex()
  const isTaken = await index.write({ kind: 'pull' })
  return isTaken
    ? say(202, 'It is pulled.')
    : say(503, 'Nothing can be pulled now.', { 'retry-after': RETRY_SECONDS })
}

export function GET(): Response {
  const { contentGit, hookSecret } = getEnv()
  if (contentGit === null || hookSecret === null) return say(404, 'There is nothing here.')
  return new Response('Send by POST.\n', { status: 405, headers: { ...HEADERS, allow: 'POST, OPTIONS' } })
}

function say(status: number, text: string, more: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, { status, headers: { ...HEADERS, ...more } })
}
