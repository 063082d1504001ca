import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { MARKDOWN_SUFFIX, toListPath, toPostPath } from '#lib/routes/paths.ts'
import { listFeedLinks } from './feed-links.ts'
import { toHeadName } from './head-text.ts'
import { toOpenGraphLocale } from './locale.ts'
import { buildPageMetadata, type PreviewImage } from './page-metadata.ts'

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
>

/** What a story's head says beyond the story: its writers' addresses in the fediverse, its other languages. */
export type ArticleSurroundings = {
  creators: readonly string[]
  versions: readonly { slug: string; language: string }[]
}

/** More of either would leave the first 16 KB of the page to them; JSON-LD has all. */
const MAX_TAGS = 20
const MAX_AUTHORS = 10

const ALONE: ArticleSurroundings = { creators: [], versions: [] }

/** The head of a story. A story first printed elsewhere names that address as the canonical one. */
export function buildArticleMetadata(
  story: Story,
  image: PreviewImage | null,
  site: Pick<Site, 'name' | 'language' | 'logo'>,
  siteUrl: string,
  { creators, versions }: ArticleSurroundings = ALONE,
) {
  const { title, description, canonical } = story
  const path = canonical ?? toPostPath(story.slug)
  const twin = { path: toPostPath(story.slug) + MARKDOWN_SUFFIX, type: 'text/markdown', title: 'Markdown' }
  const links = [...listFeedLinks({ kind: 'all' }, '', site), twin]
  const languages = toLanguages(versions, site)
  const isUnindexed = story.crawling === 'no-index'
  const facts = { title, description, path, image, links, isUnindexed, ...languages }
  const page = buildPageMetadata(facts, site, siteUrl)
  return {
    ...page,
    authors: story.authors.slice(0, MAX_AUTHORS).map(({ name, slug }) => ({
      name: toHeadName(name),
      url: toAuthorUrl(slug, siteUrl),
    })),
    ...(creators.length === 0 ? {} : { other: { 'fediverse:creator': [...creators] } }),
    openGraph: {
      ...page.openGraph,
      ...toArticleFacts(story, siteUrl),
      locale: toOpenGraphLocale(story.language),
    },
  }
}

/** hreflang wants each version to name all, itself and the one for everybody else included. */
function toLanguages(versions: ArticleSurroundings['versions'], site: Pick<Site, 'language'>) {
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
