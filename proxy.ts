import { type NextRequest, NextResponse } from 'next/server'
import { getFeedEtag } from '#lib/feeds/feed-etag.ts'
import { prefers } from '#lib/http/accept.ts'
import { isNotModified, toConditions } from '#lib/http/conditional.ts'
import { resolveRequest } from '#lib/routes/resolve-request.ts'

// Whoever asks as for a draft has found the way already: `server/`, which shares the decision. Nobody gains by pretending,
// as every page makes sure by itself that the public may see what it shows.
export const config = {
  matcher: [
    {
      source: '/((?!_next/|media/|healthz).*)',
      missing: [{ type: 'cookie', key: '__prerender_bypass' }],
    },
  ],
}

/** The front door: real status codes, with a whole page behind each, decided before any page is rendered. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl
  const wantsMarkdown = prefers(request.headers.get('accept'), 'text/markdown', 'text/html')
  const resolution = await resolveRequest(pathname, wantsMarkdown, new Date())
  if (resolution.kind === 'redirect') return NextResponse.redirect(new URL(resolution.path, request.url), 308)
  const response =
    resolution.path === pathname
      ? await answerAsIs(request)
      : NextResponse.rewrite(new URL(resolution.path, request.url), { status: resolution.status })
  // A story is HTML or Markdown, as its reader accepts.
  if (pathname.startsWith('/posts/')) response.headers.append('Vary', 'Accept')
  return response
}

/** Feeds and sitemaps are fetched again and again: who holds one as it still is is told so, and nothing is rendered. */
async function answerAsIs(request: NextRequest): Promise<NextResponse> {
  const tag = await getFeedEtag(request.nextUrl.pathname, new Date())
  if (tag === null) return NextResponse.next()
  // Weak, as Next compresses what it sends.
  const headers = { etag: `W/${tag}` }
  return isNotModified(toConditions(request.headers), tag, null)
    ? new NextResponse(null, { status: 304, headers })
    : NextResponse.next({ headers })
}
