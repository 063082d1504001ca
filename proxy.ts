import { type NextRequest, NextResponse } from 'next/server'
import { findAnswer } from '#lib/index/find-answer.ts'

export const config = { matcher: '/((?!_next/|media/|healthz).*)' }

/** The front door: real status codes, with a whole page behind each, decided before any page is rendered. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const answer = await findAnswer(request.nextUrl.pathname, new Date())
  switch (answer.kind) {
    case 'page':
      return NextResponse.next()
    case 'moved':
      return NextResponse.redirect(new URL(answer.path, request.url), 308)
    case 'gone':
      return NextResponse.rewrite(new URL('/_gone', request.url), { status: 410 })
    case 'missing':
      return NextResponse.rewrite(new URL('/_not-found', request.url), { status: 404 })
  }
}
