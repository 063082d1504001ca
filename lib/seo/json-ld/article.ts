import type { CorrectionComment, Graph, ImageObject, NewsArticle, Person } from 'schema-dts'
import { getModified, type Post } from '#lib/content/post.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import type { PreviewImage } from '../page-metadata.ts'
import { buildBreadcrumbs, type Crumb } from './breadcrumbs.ts'
import { buildOrganization, type Publisher, toOrganizationId } from './organization.ts'

export type ArticleFacts = {
  post: Omit<Post, 'body'>
  /** Crops of the story's own picture. */
  images: readonly PreviewImage[]
  site: Publisher
  siteUrl: string
  now: Date
}

/** Parts of the page made for reading aloud. */
const SPEAKABLE = ['h1', '.article-standfirst']

/** A story's page: the story, the way to it, and who publishes it. */
export function buildArticleGraph(facts: ArticleFacts): Graph {
  const { post, site, siteUrl } = facts
  return {
    '@context': 'https://schema.org',
    '@graph': [
      buildNewsArticle(facts),
      buildBreadcrumbs(listCrumbs(post, site.name), siteUrl),
      buildOrganization(site, siteUrl),
    ],
  }
}

function buildNewsArticle({ post, images, siteUrl, now }: ArticleFacts): NewsArticle {
  const url = post.canonical ?? siteUrl + toPostPath(post.slug)
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: post.title,
    ...(post.description === '' ? {} : { description: post.description }),
    ...(images.length === 0 ? {} : { image: images.map((image) => toImage(image, post, siteUrl)) }),
    datePublished: post.published,
    dateModified: getModified(post, now),
    author: listAuthors(post, siteUrl),
    publisher: { '@id': toOrganizationId(siteUrl) },
    ...(post.section === null ? {} : { articleSection: post.section.name }),
    ...(post.tags.length === 0 ? {} : { keywords: post.tags.map(({ name }) => name) }),
    wordCount: post.wordCount,
    inLanguage: post.language,
    isAccessibleForFree: true,
    speakable: { '@type': 'SpeakableSpecification', cssSelector: SPEAKABLE },
    ...(post.corrections.length === 0 ? {} : { correction: listCorrections(post) }),
  }
}

/** A story without a byline is the paper's own. */
function listAuthors(
  { authors }: Pick<Post, 'authors'>,
  siteUrl: string,
): NonNullable<NewsArticle['author']> {
  if (authors.length === 0) return { '@id': toOrganizationId(siteUrl) }
  return authors.map(({ name, slug }): Person => {
    const url = siteUrl + toListPath({ kind: 'author', slug })
    return { '@type': 'Person', name, url }
  })
}

function toImage(image: PreviewImage, { image: source }: Pick<Post, 'image'>, siteUrl: string): ImageObject {
  return {
    '@type': 'ImageObject',
    url: new URL(image.url, siteUrl).href,
    ...(image.width === undefined ? {} : { width: String(image.width) }),
    ...(image.height === undefined ? {} : { height: String(image.height) }),
    ...(image.alt === '' ? {} : { description: image.alt }),
    ...(source === null || source.credit === '' ? {} : { creditText: source.credit }),
  }
}

function listCorrections({ corrections }: Pick<Post, 'corrections'>): CorrectionComment[] {
  return corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date }))
}

function listCrumbs(
  { section, title, slug }: Pick<Post, 'section' | 'title' | 'slug'>,
  paper: string,
): Crumb[] {
  return [
    { name: paper, path: '/' },
    ...(section === null
      ? []
      : [{ name: section.name, path: toListPath({ kind: 'section', slug: section.slug }) }]),
    { name: title, path: toPostPath(slug) },
  ]
}
