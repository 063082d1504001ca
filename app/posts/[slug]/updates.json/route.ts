import { getCoverageState } from '#lib/content/coverage.ts'
import { getLivePage } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { renderMark } from '../../../_live/render-mark.ts'
import { renderUpdate } from '../../../_live/render-update.ts'
import { notFoundResponse, textResponse } from '../../../_machines/text-response.ts'
import { decodeSegment } from '../../../_routing/segments.ts'

type Context = { params: Promise<{ slug: string }> }

/** Updates whose HTML is sent: more than are made between two requests. */
const SENT = 20

export const dynamic = 'force-static'

export function generateStaticParams(): { slug: string }[] {
  return []
}

/**
 * What an open page of a live story asks for: whether it is still live, which updates its first page shows in which
 * version, and the newest of them as HTML.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const slug = decodeSegment((await params).slug)
  const post = slug === null ? null : await getPost(slug, now)
  if (post === null || post.coverage === null) return notFoundResponse()
  const site = await getSite()
  const { updates, pages } = await getLivePage(post.slug, 1)
  const texts = await renderUpdates(post, updates, now)
  const surroundings = { slug: post.slug, start: post.coverage.start, site }
  const rendered = updates.map((update) => renderUpdate(update, texts.get(update.id) ?? '', surroundings))
  const fragment = {
    isLive: getCoverageState(post.coverage, now) !== 'ended',
    mark: renderMark(post.coverage, site, now),
    shown: rendered.map(({ id, version }) => [id, version]),
    oldest: pages === 1 ? '' : (updates.at(-1)?.id ?? ''),
    texts: Object.fromEntries(rendered.slice(0, SENT).map(({ id, html }) => [id, html])),
  }
  return textResponse(JSON.stringify(fragment), 'application/json')
}
