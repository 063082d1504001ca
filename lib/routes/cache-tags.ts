import type { ListName } from './lists.ts'

/**
 * Cache tags: what a page was made from. A page is good while none of its tags changed since it was made.
 *
 * - `site`            site.yaml, standing pages, the sections in the navigation: every page
 * - `post:<slug>`     one story as its own page shows it, with what stands around it
 * - `news`            which stories are of the last 48 hours
 * - `day`             what day it is in the paper's zone: the front page
 * - `search`          of which stories the words are indexed, while the index is filled for the first time
 * - `related`         that the words of all stories are
 * - `<kind>:<slug>`   one list: `section:world`, `tag:tides`, `author:ada`, `year:2026`, `month:2026-11`, `all:`
 */
export const SITE_TAG = 'site'
export const NEWS_TAG = 'news'
export const DAY_TAG = 'day'
export const SEARCH_TAG = 'search'
export const RELATED_TAG = 'related'

const POST_PREFIX = 'post:'

/** The tag that every change of a story touches. */
export const ALL_TAG = toListTag({ kind: 'all', slug: '' })

export function toPostTag(slug: string): string {
  return POST_PREFIX + slug
}

/** The slug of the story that a tag names; null for other tags. */
export function parsePostTag(tag: string): string | null {
  return tag.startsWith(POST_PREFIX) ? tag.slice(POST_PREFIX.length) : null
}

export function toListTag(name: ListName): string {
  return `${name.kind}:${name.slug}`
}

/** A tag as `Cache-Tag` and `Surrogate-Key` name it: printable ASCII without spaces and commas. */
export function formatTag(tag: string): string {
  return encodeURIComponent(tag).replaceAll('%3A', ':')
}
