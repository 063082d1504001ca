import type { Site } from '#lib/config/site.ts'
import { getModified, type Post } from '#lib/content/post.ts'
import { findPictureType } from '#lib/http/media-types.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getIdentityPath } from '#lib/queries/identity.ts'
import { getPost, getSite, getTerm, listPosts } from '#lib/queries/queries.ts'
import { type FeedList, toFeedUrls } from '#lib/routes/feed-paths.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'
import { renderEntryHtml } from './entry-html.ts'
import type { Feed, FeedEntry, FeedImage } from './feed.ts'

/** For browsers with XSLT, and for those without. */
const STYLESHEETS = [
  { type: 'text/xsl', path: ROUTES.feedXsl.path },
  { type: 'text/css', path: '/feed.css' },
  { type: 'text/css', path: ROUTES.feedWords.path },
] as const

/** One page of a list's feed as it stands at `now`; null for a list nobody writes in, and beyond its last page. */
export async function getFeed(
  list: FeedList,
  page: number,
  siteUrl: string,
  now: Date,
): Promise<Feed | null> {
  const site = await getSite()
  const name = await getName(list, now)
  if (name === null) return null
  const { posts, pages } = await listPosts(list, page, now, site.feeds.items)
  if (page > Math.max(1, pages)) return null
  // One after the other: each takes milliseconds to render, and readers are answered between two.
  const entries: FeedEntry[] = []
  for (const { slug } of posts) {
    const entry = await getEntry(slug, site, siteUrl, now)
    if (entry !== null) entries.push(entry)
  }
  const toUrls = (number: number) => toFeedUrls(list, number, siteUrl)
  return {
    ...describe(list, name, site, siteUrl),
    selfUrls: toUrls(page),
    first: toUrls(1),
    last: toUrls(Math.max(1, pages)),
    previous: page > 1 ? toUrls(page - 1) : null,
    next: page < pages ? toUrls(page + 1) : null,
    updated: findLatest(entries),
    entries,
  }
}

function describe(list: FeedList, name: string, site: Site, siteUrl: string) {
  return {
    title: list.kind === 'all' ? site.name : `${name} — ${site.name}`,
    description: describeList(list, name, site),
    language: site.language,
    id: new URL(toListPath(list), siteUrl).href,
    homeUrl: new URL(toListPath(list), siteUrl).href,
    hub: site.webSub?.hub ?? null,
    icon: `${siteUrl}/icon-512.png`,
    copyright: site.copyright,
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
  return {
    id: siteUrl + (await getIdentityPath(post)),
    url,
    title: post.title,
    summary: post.standfirst || post.description,
    html: site.feeds.content === 'full' ? await renderEntryHtml(post, url, now) : null,
    language: post.language,
    published: post.published,
    updated: getModified(post, now),
    authors: post.authors.map((author) => ({
      name: author.name,
      url: siteUrl + toListPath({ kind: 'author', slug: author.slug }),
    })),
    categories: listCategories(post, siteUrl),
    image: toFeedImage(post, siteUrl),
  }
}

function listCategories({ section, tags }: Post, siteUrl: string): FeedEntry['categories'] {
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
  return { ...preview, url: href, ...(type === null ? {} : { type }) }
}

function findLatest(entries: readonly FeedEntry[]): string | null {
  const times = entries.map(({ updated }) => Date.parse(updated))
  return times.length === 0 ? null : `${new Date(Math.max(...times)).toISOString().slice(0, 19)}Z`
}
