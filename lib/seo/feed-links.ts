import type { Site } from '#lib/config/site.ts'
import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { toHeadName } from './head-text.ts'
import type { HeadLink } from './page-metadata.ts'

/** Feeds by their name below a list, their type, and what they are called. */
const FEEDS = [
  ['feed.xml', 'application/rss+xml', 'RSS'],
  ['atom.xml', 'application/atom+xml', 'Atom'],
  ['feed.json', 'application/feed+json', 'JSON Feed'],
] as const

/** The feeds a page's head names: the list's own where it has some, and the paper's. */
export function listFeedLinks(list: ListRef, name: string, site: Pick<Site, 'name'>): HeadLink[] {
  const paper = toHeadName(site.name)
  const own =
    list.kind === 'section' || list.kind === 'tag' || list.kind === 'author'
      ? toLinks(toListPath(list), `${toHeadName(name)} — ${paper}`)
      : []
  return [...own, ...toLinks('', paper)]
}

function toLinks(root: string, title: string): HeadLink[] {
  return FEEDS.map(([name, type, format]) => ({
    path: `${root}/${name}`,
    type,
    title: `${title} (${format})`,
  }))
}
