import { getEnv } from '#lib/config/env.ts'
import { getMarkdownVersion } from '#lib/feeds/get-markdown-version.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { notFoundResponse, textResponse } from '../../../_machines/text-response.ts'
import { decodeSegment } from '../../../_routing/segments.ts'

export { prerenderNone as generateStaticParams } from '../../../_routing/prerender-none.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-static'

/** A story as Markdown; its canonical address is the page's. Who leads here adds that `.md` is not to be found. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const slug = decodeSegment((await params).slug)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null) return notFoundResponse()
  const { siteUrl } = getEnv()
  const text = await getMarkdownVersion(post, await getSite(), siteUrl, now)
  return textResponse(text, 'text/markdown; charset=utf-8', {
    link: `<${post.canonical ?? siteUrl + toPostPath(post.slug)}>; rel="canonical"`,
    vary: 'Accept',
  })
}
