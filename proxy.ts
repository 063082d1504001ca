import { type NextRequest, NextResponse } from 'next/server'
import { getFeedEtag } from '#lib/feeds/feed-etag.ts'
import { prefers } from '#lib/http/accept.ts'
import { isNotModified, toConditions } from '#lib/http/conditional.ts'
import { type Resolution, resolveRequest } from '#lib/router/resolve-request.ts'
import { getService, getVary, isMarkdownPath } from '#lib/routes/route-properties.ts'

// A request that carries the Draft Mode cookie was resolved by `server/` already. Sending it gains nothing, as every page
// makes sure by itself that the public may see what it shows.
export const config = {
  // Next reads this without running it. What it leaves out, `getService` would: here it costs no call of the proxy.
  matcher: [
    {
      source: '/((?!_next/|media/|healthz).*)',
      missing: [{ type: 'cookie', key: '__prerender_bypass' }],
    },
  ],
}

/** The router where there is only Next: real status codes, with a whole page behind each, before any page is rendered. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (getService(pathname) !== 'store') return NextResponse.next()
  const wantsMarkdown = prefers(request.headers.get('accept'), 'text/markdown', 'text/html')
  const resolution = await resolveRequest(pathname, wantsMarkdown, new Date(), search)
  if (resolution.kind === 'redirect')
    return NextResponse.redirect(new URL(resolution.path, request.url), resolution.status)
  const response = await respond(request, resolution)
  const vary = getVary(pathname)
  if (vary !== null) response.headers.append('Vary', vary)
  if (isMarkdownPath(pathname)) response.headers.set('X-Robots-Tag', 'noindex')
  return response
}

/** Feeds and sitemaps are fetched again and again: 304 for whoever holds one as it still is, and nothing is rendered. */
async function respond(
  request: NextRequest,
  { path, status }: Extract<Resolution, { kind: 'render' }>,
): Promise<NextResponse> {
  const { pathname } = request.nextUrl
  const tag = status === 200 ? await getFeedEtag(pathname, new Date()) : null
  // Weak, as Next compresses what it sends.
  const headers = tag === null ? {} : { etag: `W/${tag}` }
  if (tag !== null && isNotModified(toConditions(request.headers), tag, null))
    return new NextResponse(null, { status: 304, headers })
  return path === pathname
    ? NextResponse.next({ headers })
    : NextResponse.rewrite(new URL(path, request.url), { status, headers })
}
