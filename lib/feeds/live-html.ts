import type { Post } from '#lib/content/post.ts'
import { listLatestUpdates } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { formatDateTime, type Locality } from '#lib/time/format-date.ts'

/** Updates of a live story in the paper's feeds, the newest; its page has all. */
const SHOWN = 20

/** How often a feed may say that a live story changed. */
const UPDATED_MS = 10 * 60_000

/** A live story in a feed: its latest updates, each under its time and headline. HTML with addresses as the page has them. */
export async function renderLiveText(post: Post, locality: Locality, now: Date): Promise<string> {
  const updates = await listLatestUpdates(post.slug, SHOWN)
  const texts = await renderUpdates(post, updates, now)
  return updates
    .map(({ id, at, headline }) => {
      const words = `${formatDateTime(at, locality)} ${headline}`.trim()
      const link = `<a href="${toUpdatePath(post.slug, id)}">${escapeHtml(words)}</a>`
      return `<h2>${link}</h2>${texts.get(id) ?? ''}`
    })
    .join('')
}

/** When a feed says that a live story was changed: at most every ten minutes, or readers have it as new with each save. */
export function toFeedModified(
  modified: string,
  { coverage, published }: Pick<Post, 'coverage' | 'published'>,
): string {
  if (coverage === null) return modified
  const time = Math.floor(Date.parse(modified) / UPDATED_MS) * UPDATED_MS
  return time <= Date.parse(published) ? published : new Date(time).toISOString().replace('.000Z', 'Z')
}
