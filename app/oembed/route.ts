import { getEnv } from '#lib/config/env.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { buildOEmbed } from '#lib/seo/oembed.ts'
import { notFoundResponse, textResponse } from '../_machines/text-response.ts'
import { decodeSegment } from '../_routing/segments.ts'

const HEADERS = { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' }

/** `/oembed?url=<address of a story>`: how to show it within another page. JSON alone; XML is answered 501. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const format = searchParams.get('format') ?? 'json'
  if (format !== 'json') return new Response('JSON alone.\n', { status: 501, headers: HEADERS })
  const { siteUrl } = getEnv()
  const now = new Date()
  const slug = await findSlug(searchParams.get('url') ?? '', siteUrl, now)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null) return notFoundResponse()
  const room = {
    maxWidth: Number(searchParams.get('maxwidth') ?? Number.NaN),
    maxHeight: Number(searchParams.get('maxheight') ?? Number.NaN),
  }
  const card = buildOEmbed(post, await getSite(), siteUrl, room)
  return textResponse(JSON.stringify(card), 'application/json', HEADERS)
}

/** The story an address of this site is of, a former one included. */
async function findSlug(address: string, siteUrl: string, now: Date): Promise<string | null> {
  const url = URL.parse(address)
  if (url === null || url.host !== new URL(siteUrl).host) return null
  const path = decodeSegment(url.pathname)
  const resolved = path === null ? null : await resolvePath(path, now)
  const current = resolved?.kind === 'moved' ? resolved.path : path && url.pathname
  const [, segment] = current === null ? [] : (/^\/posts\/([^/]+?)(?:\.md)?$/.exec(current) ?? [])
  return segment === undefined ? null : decodeSegment(segment)
}
