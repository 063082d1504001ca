import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { toOpenGraphLocale } from './locale.ts'
import { buildPageMetadata, type PreviewImage } from './page-metadata.ts'
import { toListPath, toPostPath } from './paths.ts'

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
>

/** The head of a story. A story first printed elsewhere names that address as the canonical one. */
export function buildArticleMetadata(
  story: Story,
  image: PreviewImage | null,
  site: Pick<Site, 'name' | 'language'>,
  siteUrl: string,
) {
  const { title, description, canonical } = story
  const path = canonical ?? toPostPath(story.slug)
  const page = buildPageMetadata({ title, description, path, image }, site, siteUrl)
  return {
    ...page,
    authors: story.authors.map(({ name, slug }) => ({ name, url: toAuthorUrl(slug, siteUrl) })),
    openGraph: {
      ...page.openGraph,
      ...toArticleFacts(story, siteUrl),
      locale: toOpenGraphLocale(story.language),
    },
  }
}

/** `article:*`, named as Next names them. */
function toArticleFacts(story: Story, siteUrl: string) {
  return {
    type: 'article' as const,
    publishedTime: story.published,
    ...(story.updated === null ? {} : { modifiedTime: story.updated }),
    ...(story.section === null ? {} : { section: story.section.name }),
    tags: story.tags.map(({ name }) => name),
    authors: story.authors.map(({ slug }) => toAuthorUrl(slug, siteUrl)),
  }
}

function toAuthorUrl(slug: string, siteUrl: string): string {
  return new URL(toListPath({ kind: 'author', slug }), siteUrl).href
}
