import { type NextRequest, NextResponse } from 'next/server'
import { findTag } from '#lib/feeds/find-tag.ts'
import { prefers } from '#lib/format/accept.ts'
import { isHeld, toConditions } from '#lib/format/conditional.ts'
import { findWay } from '#lib/index/find-way.ts'

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
  const way = await findWay(pathname, wantsMarkdown, new Date())
  if (way.kind === 'redirect') return NextResponse.redirect(new URL(way.path, request.url), 308)
  const response =
    way.path === pathname
      ? await answerAsIs(request)
      : NextResponse.rewrite(new URL(way.path, request.url), { status: way.status })
  // A story is HTML or Markdown, as its reader accepts.
  if (pathname.startsWith('/posts/')) response.headers.append('Vary', 'Accept')
  return response
}

/** Feeds and sitemaps are fetched again and again: who holds one as it still is is told so, and nothing is rendered. */
async function answerAsIs(request: NextRequest): Promise<NextResponse> {
  const tag = await findTag(request.nextUrl.pathname, new Date())
  if (tag === null) return NextResponse.next()
  // Weak, as Next compresses what it sends.
  const headers = { etag: `W/${tag}` }
  return isHeld(toConditions(request.headers), tag, null)
    ? new NextResponse(null, { status: 304, headers })
    : NextResponse.next({ headers })
}
