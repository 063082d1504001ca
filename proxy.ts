import { type NextRequest, NextResponse } from 'next/server'
import { prefers } from '#lib/format/accept.ts'

/** Stories only: `/posts/<slug>` and its twin `/posts/<slug>.md`. */
export const config = { matcher: '/posts/:slug' }

/** Leads to a story's Markdown whoever asks for it, by its address or by what they accept. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const wanted = pathname.endsWith('.md')
    ? pathname.slice(0, -'.md'.length)
    : prefers(request.headers.get('accept'), 'text/markdown', 'text/html')
      ? pathname
      : null
  const response = wanted === null ? NextResponse.next() : NextResponse.rewrite(toTwin(request, wanted))
  response.headers.append('Vary', 'Accept')
  return response
}

function toTwin(request: NextRequest, path: string): URL {
  const url = request.nextUrl.clone()
  url.pathname = `${path}/markdown`
  return url
}
