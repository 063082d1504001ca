import type { Index } from '#lib/index/index-state.ts'
import { getListNames, type ListName, listSlugsAround } from '#lib/index/listings.ts'
import type { PostRow } from '#lib/index/post-row.ts'
import { listTranslationSlugs } from '#lib/index/translations.ts'
import { listReferences } from './references.ts'

/**
 * Cache tags: what a page was made from. A page is good while none of its tags changed since it was made.
 *
 * - `site`            site.yaml, standing pages, the sections in the navigation: every page
 * - `post:<slug>`     one story as its own page shows it, with what stands around it
 * - `news`         which stories are of the last 48 hours
 * - `<kind>:<slug>`   one list: `section:world`, `tag:tides`, `author:ada`, `year:2026`, `month:2026-11`, `all:`
 */
export const SITE_TAG = 'site'
export const NEWS_TAG = 'news'

export function toPostTag(slug: string): string {
  return `post:${slug}`
}

export function toListTag(name: ListName): string {
  return `${name.kind}:${name.slug}`
}

/** Every tag whose pages differ with and without this story at `now`. */
export function getTagsOfPost(index: Index, row: PostRow, now: Date): string[] {
  if (row.slug === null || row.draft) return []
  return [
    toPostTag(row.slug),
    ...getListNames(row).map(toListTag),
    ...listSlugsAround(index, row, now).map(toPostTag),
    ...listReferences(index, row.file),
    ...listTranslationSlugs(index, { ...row, slug: row.slug }, now).map(toPostTag),
  ]
}

const LIST_PATH = /^\/(section|tag|author)s\/([^/]+)(?:\/|$)/
const ARCHIVE_PATH = /^\/archive(?:\/(\d{4})(?:\/(\d{2}))?)?(?:\/|$)/
const POST_PATH = /^\/posts\/([^/]+?)(?:\.md|\/markdown)?$/

const NEWS_PATH = /^\/(?:news-sitemap\.xml$|sitemaps\/news-)/
const SITEMAP_MONTH_PATH = /^\/sitemaps\/posts-(\d{4}-\d{2})(?:-\d+)?\.xml$/

/** The tags of what a URL answers. A path of no known kind (a standing page, an alias, a 404) depends on all stories. */
export function getTagsOfPath(path: string): string[] {
  const post = POST_PATH.exec(path)?.[1]
  if (post !== undefined) return [SITE_TAG, toPostTag(decodeSegment(post))]
  const [, kind, list] = LIST_PATH.exec(path) ?? []
  if (kind !== undefined && list !== undefined) return [SITE_TAG, `${kind}:${decodeSegment(list)}`]
  const [, year, month] = ARCHIVE_PATH.exec(path) ?? []
  if (year !== undefined && month !== undefined) return [SITE_TAG, `month:${year}-${month}`]
  if (year !== undefined) return [SITE_TAG, `year:${year}`]
  const [, sitemapMonth] = SITEMAP_MONTH_PATH.exec(path) ?? []
  if (sitemapMonth !== undefined) return [SITE_TAG, `month:${sitemapMonth}`]
  if (NEWS_PATH.test(path)) return [SITE_TAG, 'all:', NEWS_TAG]
  return [SITE_TAG, 'all:']
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
