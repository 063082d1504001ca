import type { Site } from '#lib/config/site.ts'
import { getModified, type Post, type PostSummary } from '#lib/content/post.ts'
import { findPictureType } from '#lib/http/media-types.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import { getIdentityPath } from '#lib/queries/identity.ts'
import { getPost, getSite, getTerm, listPosts } from '#lib/queries/queries.ts'
import { type FeedList, toFeedUrls } from '#lib/routes/feed-paths.ts'
import { toListPath, toPath, toPostPath } from '#lib/routes/paths.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'
import { getLicenseUrl } from '#lib/seo/rsl.ts'
import { getLargest } from '#lib/text/largest.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { listCorrections } from './correction-words.ts'
import { renderEntryHtml } from './entry-html.ts'
import type { Feed, FeedEntry, FeedImage } from './feed.ts'
import { toFeedModified } from './live-html.ts'

/** How a person who opens a feed sees it. Not by XSLT, which browsers are removing: Chromium warns of it on every feed. */
const STYLESHEETS = [
  { type: 'text/css', path: '/feed.css' },
  { type: 'text/css', path: ROUTES.feedWords.path },
] as const

/**
 * One page of a list's feed as it stands at `now`; null for an empty list, and beyond its last page. It carries
 * `content`, else what site.yaml says.
 */
export async function getFeed(
  list: FeedList,
  page: number,
  siteUrl: string,
  now: Date,
  content?: Site['feeds']['content'],
): Promise<Feed | null> {
  const paper = await getSite()
  const site = content === undefined ? paper : { ...paper, feeds: { ...paper.feeds, content } }
  const name = await getName(list, now)
  if (name === null) return null
  const { posts, pages } = await listPosts(list, page, now, site.feeds.items)
  if (page > Math.max(1, pages)) return null
  const entries = await listEntries(posts, site, siteUrl, now)
  const toUrls = (number: number) => toFeedUrls(list, number, siteUrl)
  return {
    ...describeFeed(list, name, site, siteUrl),
    selfUrls: toUrls(page),
    first: toUrls(1),
    last: toUrls(Math.max(1, pages)),
    previous: page > 1 ? toUrls(page - 1) : null,
    next: page < pages ? toUrls(page + 1) : null,
    updated: findLatest(entries),
    entries,
  }
}

/** Stories of a search, the newest first, as a feed. @param path of the search page: `/search?q=tide` */
export async function toSearchFeed(
  { title, path, posts }: { title: string; path: string; posts: readonly PostSummary[] },
  siteUrl: string,
  now: Date,
): Promise<Feed> {
  const site = await getSite()
  const entries = await listEntries(posts, site, siteUrl, now)
  const selfUrl = siteUrl + path.replace(toPath('search'), toPath('searchFeed'))
  const urls = { rss: selfUrl, atom: selfUrl, json: selfUrl }
  return {
    ...describeFeed({ kind: 'all' }, '', site, siteUrl),
    title: `${title} — ${site.name}`,
    description: title,
    id: siteUrl + path,
    homeUrl: siteUrl + path,
    ...toOnePage(urls, entries),
  }
}

/** What is the same of every feed that has one page and no hub. */
export function toOnePage(urls: Feed['selfUrls'], entries: FeedEntry[]) {
  return {
    hub: null,
    selfUrls: urls,
    first: urls,
    last: urls,
    previous: null,
    next: null,
    updated: findLatest(entries),
    entries,
  }
}

/** One after the other: each takes milliseconds to render, and readers are answered between two. */
async function listEntries(
  posts: readonly Pick<Post, 'slug'>[],
  site: Site,
  siteUrl: string,
  now: Date,
): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = []
  for (const { slug } of posts) {
    const entry = await getEntry(slug, site, siteUrl, now)
    if (entry !== null) entries.push(entry)
  }
  return entries
}

/** What is the same of every feed of the paper, and what a list's is called. */
export function describeFeed(list: FeedList, name: string, site: Site, siteUrl: string) {
  return {
    title: list.kind === 'all' ? site.name : `${name} — ${site.name}`,
    description: describeList(list, name, site),
    language: site.language,
    publisher: { name: site.name, url: `${siteUrl}/`, email: site.email ?? null },
    id: new URL(toListPath(list), siteUrl).href,
    homeUrl: new URL(toListPath(list), siteUrl).href,
    hub: site.webSub?.hub ?? null,
    icon: `${siteUrl}/icon-512.png`,
    copyright: site.copyright,
    license: getLicenseUrl(site, siteUrl),
    stylesheets: STYLESHEETS,
  }
}

function describeList({ kind }: FeedList, name: string, site: Site): string {
  const labels = getLabels(site.language)
  switch (kind) {
    case 'all':
      return site.description || site.tagline || site.name
    case 'section':
      return labels.sectionText(name, site.name)
    case 'tag':
      return labels.topicText(name, site.name)
    case 'author':
      return labels.writerText(name, site.name)
  }
}

async function getName(list: FeedList, now: Date): Promise<string | null> {
  return list.kind === 'all' ? '' : ((await getTerm(list.kind, list.slug, now))?.name ?? null)
}

async function getEntry(slug: string, site: Site, siteUrl: string, now: Date): Promise<FeedEntry | null> {
  const post = await getPost(slug, now)
  if (post === null) return null
  const url = siteUrl + toPostPath(post.slug)
  const image = toFeedImage(post, siteUrl)
  const isWhole = site.feeds.content === 'full'
  return {
    id: siteUrl + (await getIdentityPath(post)),
    url,
    title: post.title,
    summary: isWhole ? post.standfirst || post.description : toSummary(post, site),
    html: isWhole ? await renderEntryHtml({ post, url, image }, site, now) : null,
    language: post.language,
    published: post.published,
    updated: toFeedModified(getModified(post, now), post),
    authors: post.authors.map((author) => ({
      name: author.name,
      url: siteUrl + toListPath({ kind: 'author', slug: author.slug }),
    })),
    byline: joinNames(
      post.authors.map(({ name }) => name),
      site.language,
    ),
    categories: listCategories(post, siteUrl),
    image,
  }
}

/** Where a feed gives no more than the standfirst, what was wrong in the story stands behind it. */
function toSummary(post: Post, site: Site): string {
  const corrections = listCorrections(post, site).map(({ label, text }) => `${label} ${text}`)
  return [post.standfirst || post.description, ...corrections].filter((text) => text !== '').join(' ')
}

export function listCategories({ section, tags }: Post, siteUrl: string): FeedEntry['categories'] {
  const toUrl = (kind: 'section' | 'tag', slug: string) => siteUrl + toListPath({ kind, slug })
  return [
    ...(section === null ? [] : [{ ...section, url: toUrl('section', section.slug) }]),
    ...tags.map((tag) => ({ ...tag, url: toUrl('tag', tag.slug) })),
  ]
}

function toFeedImage(post: Post, siteUrl: string): FeedImage | null {
  const preview = toPreviewImage(post.image, post.sourceFile)
  if (preview === null) return null
  const { href, pathname } = new URL(preview.url, siteUrl)
  const type = preview.type ?? findPictureType(pathname)
  const credit = post.image?.credit ?? ''
  return { ...preview, url: href, ...(type === null ? {} : { type }), ...(credit === '' ? {} : { credit }) }
}

/** When the latest of the entries changed. */
function findLatest(entries: readonly FeedEntry[]): string | null {
  const times = entries.map(({ updated }) => Date.parse(updated))
  return times.length === 0 ? null : toIsoInstant(getLargest(times, Number.NEGATIVE_INFINITY))
}
