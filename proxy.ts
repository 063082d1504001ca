import { type NextRequest, NextResponse } from 'next/server'
import { prefers } from '#lib/format/accept.ts'
import { findAnswer } from '#lib/index/find-answer.ts'
import { getSite } from '#lib/index/queries.ts'

export const config = { matcher: '/((?!_next/|media/|healthz).*)' }

const STORY = /^\/posts\/[^/]+$/
const TWIN = '.md'

/**
 * The front door: real status codes, with a whole page behind each, decided before any page is rendered. A story's
 * Markdown twin, `/posts/<slug>.md`, is where its story is, and the story itself for whoever would rather have that.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl
  if (await isIndexNowKey(pathname)) return NextResponse.rewrite(new URL('/indexnow-key', request.url))
  const isStory = STORY.test(pathname)
  const isTwin = isStory && pathname.endsWith(TWIN)
  const answer = await findAnswer(isTwin ? pathname.slice(0, -TWIN.length) : pathname, new Date())
  switch (answer.kind) {
    case 'page':
      return isStory ? answerStory(request, isTwin) : NextResponse.next()
    case 'moved':
      return NextResponse.redirect(new URL(answer.path + (isTwin ? TWIN : ''), request.url), 308)
    case 'gone':
      return NextResponse.rewrite(new URL('/_gone', request.url), { status: 410 })
    case 'missing':
      return NextResponse.rewrite(new URL('/_not-found', request.url), { status: 404 })
  }
}

/** `/<key>.txt` proves to search engines that whoever announces a change is the paper. */
async function isIndexNowKey(pathname: string): Promise<boolean> {
  const key = /^\/([a-zA-Z0-9-]{8,128})\.txt$/.exec(pathname)?.[1]
  return key !== undefined && key === (await getSite()).indexNow?.key
}

/** What a cache keeps of a story is for those who accept the same. */
function answerStory(request: NextRequest, isTwin: boolean): NextResponse {
  const isWanted = prefers(request.headers.get('accept'), 'text/markdown', 'text/html')
  const response = isTwin || isWanted ? NextResponse.rewrite(toTwin(request)) : NextResponse.next()
  response.headers.append('Vary', 'Accept')
  return response
}

function toTwin(request: NextRequest): URL {
  const path = request.nextUrl.pathname.replace(/\.md$/, '')
  return new URL(`${path}/markdown`, request.url)
}
