import { getCoverageState } from '#lib/content/coverage.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { getLivePage } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { getShownPost, getSite } from '#lib/queries/queries.ts'
import { toLiveStory } from '../../../_live/get-live-story.ts'
import { renderMark } from '../../../_live/render-mark.ts'
import { renderUpdate } from '../../../_live/render-update.ts'
import { toSurroundings } from '../../../_live/to-surroundings.ts'
import { notFoundResponse, textResponse } from '../../../_machines/text-response.ts'
import { decodeSegment } from '../../../_routing/segments.ts'

export { prerenderNone as generateStaticParams } from '../../../_routing/prerender-none.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-static'

/**
 * What an open page of a live story asks for: whether it is still live, and the updates its first page shows, with their
 * versions and as HTML.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const slug = decodeSegment((await params).slug)
  const post = slug === null ? null : await getShownPost(slug, now)
  const story = post === null ? null : toLiveStory(post)
  if (story === null) return notFoundResponse()
  const site = await getSite()
  const { pinned, updates, pages } = await getLivePage(story.slug, 1)
  const texts = await renderUpdates(story, [...pinned, ...updates], now)
  const render = (shown: readonly LiveUpdate[]) =>
    shown.map((update) => renderUpdate(update, texts.get(update.id) ?? '', toSurroundings(story, site)))
  const [top, list] = [render(pinned), render(updates)]
  const fragment = {
    isLive: getCoverageState(story.coverage, now) !== 'ended',
    mark: renderMark(story.coverage, site, now),
    pinned: top.map(({ id, version }) => [id, version]),
    shown: list.map(({ id, version }) => [id, version]),
    oldest: pages === 1 ? '' : (updates.at(-1)?.id ?? ''),
    texts: Object.fromEntries([...top, ...list].map(({ id, html }) => [id, html])),
  }
  return textResponse(JSON.stringify(fragment), 'application/json')
}
