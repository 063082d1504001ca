import { LRUCache } from 'lru-cache'
import type { Post } from '#lib/content/post.ts'
import { getRevision, getRevisionOfTags } from '#lib/freshness/revision.ts'
import { SITE_TAG, toPostTag } from '#lib/freshness/tags.ts'
import { renderAbsoluteHtml, renderPost } from '#lib/queries/render-text.ts'
import { getIndex } from '#lib/sync/open-index.ts'

const MAX_BYTES = 8 * 1024 * 1024

type RenderedEntry = { html: string; revision: number; contentHash: string }

/**
 * Stories as feeds print them, for the feeds they all stand in: a new story makes its feeds render one story, not
 * fifty. Kept by the same rule as pages: good while nothing the story's own page shows has changed.
 */
const stories = new LRUCache<string, RenderedEntry>({ maxSize: MAX_BYTES })

/** A story's body as HTML with absolute addresses; null when it cannot be had: the entry has its standfirst then. */
export async function renderEntryHtml(post: Post, url: string, now: Date): Promise<string | null> {
  const index = await getIndex()
  const key = `${index.contentDir}\n${url}`
  const tags = [SITE_TAG, toPostTag(post.slug)]
  const known = stories.get(key)
  if (known?.contentHash === post.contentHash && getRevisionOfTags(index, tags) <= known.revision)
    return known.html
  const revision = getRevision(index)
  const html = await renderAbsoluteHtml((await renderPost(post, now)).html, url)
  if (html === null) return null
  stories.set(key, { html, revision, contentHash: post.contentHash }, { size: html.length * 2 + 1 })
  return html
}
