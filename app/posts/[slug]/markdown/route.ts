import { getEnv } from '#lib/config/env.ts'
import { renderMarkdownVersion } from '#lib/feeds/render-markdown-version.ts'
import { getPost } from '#lib/queries/queries.ts'
import { renderMarkdownBody } from '#lib/queries/render-text.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { notFoundResponse, textResponse } from '../../../_machines/text-response.ts'
import { decodeSegment } from '../../../_routing/segments.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-static'

export function generateStaticParams(): { slug: string }[] {
  return []
}

/** A story as Markdown; its canonical address is the page's, and only that is to be found. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const slug = decodeSegment((await params).slug)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null) return notFoundResponse()
  const { siteUrl } = getEnv()
  const text = renderMarkdownVersion(post, await renderMarkdownBody(post, now), siteUrl, now)
  return textResponse(text, 'text/markdown; charset=utf-8', {
    link: `<${post.canonical ?? siteUrl + toPostPath(post.slug)}>; rel="canonical"`,
    'x-robots-tag': 'noindex',
    vary: 'Accept',
  })
}
