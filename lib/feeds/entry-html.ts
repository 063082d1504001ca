import { LRUCache } from 'lru-cache'
import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { getRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import { renderAbsoluteHtml, renderPost } from '#lib/queries/render/render-text.ts'
import { SITE_TAG, toPostTag } from '#lib/routes/cache-tags.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import type { FeedImage } from './feed.ts'
import { renderLiveText } from './live-html.ts'
import { renderStoryHtml } from './story-html.ts'

const MAX_BYTES = 8 * 1024 * 1024

/** Characters of HTML an entry may have. A longer story has its standfirst in feeds: fifty such would be no feed. */
const MAX_ENTRY_LENGTH = 400_000

type RenderedEntry = { html: string; revision: number; contentHash: string }

/**
 * Stories as feeds print them, for the feeds they all stand in: a new story makes its feeds render one story, not
 * fifty. Kept by the same rule as pages: good while nothing the story's own page shows has changed.
 */
const stories = new LRUCache<string, RenderedEntry>({ maxSize: MAX_BYTES })

/**
 * A story whole as HTML with absolute addresses: picture, text, corrections; null when it cannot be had or is too long: the
 * entry has its standfirst.
 */
export async function renderEntryHtml(
  { post, url, image }: { post: Post; url: string; image: FeedImage | null },
  site: Site,
  now: Date,
): Promise<string | null> {
  const index = await getIndex()
  const key = `${index.contentDir}\n${url}`
  const tags = [SITE_TAG, toPostTag(post.slug)]
  const known = stories.get(key)
  if (known?.contentHash === post.contentHash && getRevisionOfTags(index, tags) <= known.revision)
    return known.html
  const revision = getRevision(index)
  const text = await renderWithin(post, url, site, now)
  if (text === null) return null
  const html = renderStoryHtml(post, text, image, site)
  stories.set(key, { html, revision, contentHash: post.contentHash }, { size: html.length * 2 + 1 })
  return html
}

async function renderWithin(post: Post, url: string, site: Site, now: Date): Promise<string | null> {
  if (post.coverage === null && post.body.length > MAX_ENTRY_LENGTH) return null
  const html =
    post.coverage === null
      ? (await renderPost(post, now)).html
      : await renderLiveText(post, { language: post.language, timeZone: site.timeZone }, now)
  return html.length > MAX_ENTRY_LENGTH ? null : renderAbsoluteHtml(html, url)
}
