import type { PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import { MARKDOWN_SUFFIX, toListPath, toOEmbedPath, toPostPath } from '#lib/routes/paths.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { toSingleLine } from '#lib/text/single-line.ts'
import { listFeedLinks, listLiveFeedLinks } from './feed-links.ts'
import { toHeadName, toHeadText } from './head-text.ts'
import { toOpenGraphLocale } from './locale.ts'
import { buildPageMetadata, type PageSite } from './page-metadata.ts'
import type { PreviewImage } from './preview-image.ts'
import { findFacebookPage } from './social-accounts.ts'

type Story = Pick<
  PostSummary,
  | 'slug'
  | 'title'
  | 'description'
  | 'published'
  | 'updated'
  | 'section'
  | 'tags'
  | 'authors'
  | 'language'
  | 'canonical'
  | 'crawling'
  | 'readingMinutes'
  | 'type'
>

/** What a story's head says beyond the story: its writers' addresses in the fediverse, its other languages. */
export type ArticleSurroundings = {
  part?: StoryPart
  creators: readonly string[]
  versions: readonly { slug: string; language: string }[]
}

/** More of either would leave the first 16 KB of the page to them; JSON-LD has all. */
const MAX_TAGS = 20
const MAX_AUTHORS = 10

/** The byline of more writers than any story has. */
const MAX_BYLINE = 400

/** What another page of a story, or a part of it with an address of its own, says instead of the story's page. */
export type StoryPart = {
  title: string
  description: string
  /** The address that is to be found: that of the page which holds it. */
  path: string
  /** Its own address, where that is another one. */
  sharedAs?: string
}

const ALONE: ArticleSurroundings = { creators: [], versions: [] }

/** The head of a story. A story first printed elsewhere names that address as the canonical one. */
export function buildArticleMetadata(
  story: Story,
  image: PreviewImage | null,
  site: PageSite,
  siteUrl: string,
  { creators, versions, part }: ArticleSurroundings = ALONE,
) {
  const { title, description } = part ?? story
  const path = story.canonical ?? part?.path ?? toPostPath(story.slug)
  const twin = { path: toPostPath(story.slug) + MARKDOWN_SUFFIX, type: 'text/markdown', title: 'Markdown' }
  const oEmbed = {
    path: toOEmbedPath(siteUrl + toPostPath(story.slug)),
    type: 'application/json+oembed',
    title: toHeadText(story.title),
  }
  const own = story.type === 'live' ? listLiveFeedLinks(story) : []
  const links = [...own, ...listFeedLinks({ kind: 'all' }, '', site), twin, oEmbed]
  const languages = part === undefined ? toLanguages(versions, site) : {}
  const isUnindexed = story.crawling === 'no-index'
  const facts = { title, description, path, image, links, isUnindexed, ...languages }
  const page = buildPageMetadata(facts, site, siteUrl)
  return {
    ...page,
    authors: [
      { name: toByline(story, site) },
      ...story.authors.slice(0, MAX_AUTHORS).map(({ slug }) => ({ url: toAuthorUrl(slug, siteUrl) })),
    ],
    other: toOthers(story, site, creators),
    openGraph: {
      ...page.openGraph,
      ...toArticleFacts(story, siteUrl),
      ...(part?.sharedAs === undefined ? {} : { url: siteUrl + part.sharedAs }),
      locale: toOpenGraphLocale(story.language),
      ...toOtherLocales(story, versions),
    },
  }
}

/** One byline as printed: of several names in a head, many programs keep only one. An unsigned story is the paper's. */
function toByline({ authors }: Pick<Story, 'authors'>, { name, language }: PageSite): string {
  const names = authors.map((author) => author.name)
  return cutText(toSingleLine(names.length === 0 ? name : joinNames(names, language)), MAX_BYLINE)
}

/** What previews print below a story in Slack and its like, and who else is to be credited. */
function toOthers(story: Story, site: PageSite, creators: readonly string[]) {
  const labels = getLabels(site.language)
  const publisher = findFacebookPage(site.social)
  return {
    'twitter:label1': labels.writer,
    'twitter:data1': toByline(story, site),
    ...(story.type === 'live'
      ? {}
      : {
          'twitter:label2': labels.readingTime,
          'twitter:data2': labels.minutes(story.readingMinutes),
        }),
    ...(publisher === null ? {} : { 'article:publisher': publisher }),
    ...(creators.length === 0 ? {} : { 'fediverse:creator': [...creators] }),
  }
}

function toOtherLocales({ language }: Story, versions: ArticleSurroundings['versions']) {
  const others = versions.map((version) => version.language).filter((tag) => tag !== language)
  return others.length === 0 ? {} : { alternateLocale: [...new Set(others.map(toOpenGraphLocale))] }
}

/** hreflang wants each version to name all, itself and the one for everybody else included. */
function toLanguages(versions: ArticleSurroundings['versions'], site: Pick<PageSite, 'language'>) {
  if (versions.length < 2) return {}
  const byTag = versions.toSorted((a, b) => (a.language < b.language ? -1 : 1))
  const fallback = byTag.find(({ language }) => language === site.language) ?? byTag[0]
  const entries = byTag.map(({ language, slug }) => [language, toPostPath(slug)])
  const others = fallback === undefined ? [] : [['x-default', toPostPath(fallback.slug)]]
  return { languages: Object.fromEntries([...entries, ...others]) }
}

/** `article:*`, named as Next names them. */
function toArticleFacts(story: Story, siteUrl: string) {
  return {
    type: 'article' as const,
    publishedTime: story.published,
    ...(story.updated === null ? {} : { modifiedTime: story.updated }),
    ...(story.section === null ? {} : { section: toHeadName(story.section.name) }),
    tags: story.tags.slice(0, MAX_TAGS).map(({ name }) => toHeadName(name)),
    authors: story.authors.slice(0, MAX_AUTHORS).map(({ slug }) => toAuthorUrl(slug, siteUrl)),
  }
}

function toAuthorUrl(slug: string, siteUrl: string): string {
  return new URL(toListPath({ kind: 'author', slug }), siteUrl).href
}
