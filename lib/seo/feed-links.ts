import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import type { ListRef } from '#lib/queries/queries.ts'
import { FEED_FORMAT_NAMES, FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { type FeedList, toFeedList, toFeedPath, toLiveFeedPath } from '#lib/routes/feed-paths.ts'
import { toListName } from '#lib/routes/lists.ts'
import { toHeadName } from './head-text.ts'
import type { HeadLink } from './page-metadata.ts'

/** The feeds a page's head names: the list's own where it has some, and the paper's. */
export function listFeedLinks(list: ListRef, name: string, site: Pick<Site, 'name'>): HeadLink[] {
  const paper = toHeadName(site.name)
  const own = list.kind === 'all' ? null : toFeedList(toListName(list))
  return [
    ...(own === null ? [] : toLinks(own, `${toHeadName(name)} — ${paper}`)),
    ...toLinks({ kind: 'all' }, paper),
  ]
}

/** The feed of a live story's updates in each format. */
export function listLiveFeedLinks({ slug, title }: Pick<Post, 'slug' | 'title'>): HeadLink[] {
  return FEED_FORMAT_NAMES.map((format) => ({
    path: toLiveFeedPath(slug, format),
    type: FEED_FORMATS[format].type,
    title: `${toHeadName(title)} (${FEED_FORMATS[format].label})`,
  }))
}

function toLinks(list: FeedList, title: string): HeadLink[] {
  return FEED_FORMAT_NAMES.map((format) => ({
    path: toFeedPath(list, format),
    type: FEED_FORMATS[format].type,
    title: `${title} (${FEED_FORMATS[format].label})`,
  }))
}
