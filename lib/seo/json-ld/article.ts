import type {
  CorrectionComment,
  Graph,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  WebPageElement,
} from 'schema-dts'
import type { Site } from '#lib/config/site.ts'
import type { Author } from '#lib/content/page.ts'
import { type Coverage, getModified, type Post } from '#lib/content/post.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import type { PreviewImage } from '../preview-image.ts'
import { buildBreadcrumbs, type Crumb } from './breadcrumbs.ts'
import { buildUpdate, toCoverageEnd, type UpdateFacts } from './live-updates.ts'
import { buildOrganization, buildPublisher, type Publisher, toOrganizationId } from './organization.ts'

/** What is known of a writer beyond the name. */
export type Writer = Pick<Author, 'slug' | 'type' | 'links'>

export type ArticleFacts = {
  post: Omit<Post, 'body'>
  /** Crops of the story's own picture. */
  images: readonly PreviewImage[]
  /** Those of its writers who have a file of their own. */
  writers?: readonly Writer[]
  /** The same story in other languages, itself included. */
  versions?: readonly { slug: string; language: string }[]
  /** Of a live story: the updates that the page shows. */
  updates?: readonly UpdateFacts[]
  site: Publisher & Pick<Site, 'robots' | 'copyright'>
  siteUrl: string
  now: Date
}

/** The subtypes of NewsArticle that search engines tell apart. */
const TYPES = {
  news: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  reportage: 'ReportageNewsArticle',
  review: 'ReviewNewsArticle',
  background: 'BackgroundNewsArticle',
} as const satisfies Record<Exclude<Post['type'], 'live'>, string>

/** Parts of the page made for reading aloud. */
const SPEAKABLE = ['h1', '.article-standfirst']

/** A story's page: the story, the way to it, and who publishes it. */
export function buildArticleGraph(facts: ArticleFacts): Graph {
  const { post, site, siteUrl } = facts
  return {
    '@context': 'https://schema.org',
    '@graph': [
      facts.post.coverage === null ? buildNewsArticle(facts) : buildLiveBlog(facts, facts.post.coverage),
      buildBreadcrumbs(listCrumbs(post, site.name), siteUrl),
      buildOrganization(site, siteUrl),
    ],
  }
}

function buildNewsArticle(facts: ArticleFacts): NewsArticle {
  const { type } = facts.post
  return {
    '@type': type === 'live' ? TYPES.news : TYPES[type],
    ...buildStory(facts),
  }
}

/** A live story has no length: it grows. Of its updates, those that the page shows. */
function buildLiveBlog(facts: ArticleFacts, coverage: Coverage): LiveBlogPosting {
  const { wordCount: _, ...story } = buildStory(facts)
  return {
    '@type': 'LiveBlogPosting',
    ...story,
    coverageStartTime: coverage.start,
    coverageEndTime: toCoverageEnd(coverage, facts.now),
    liveBlogUpdate: (facts.updates ?? []).map((update) => buildUpdate(update, facts)),
  }
}

function buildStory(facts: ArticleFacts) {
  const { post, images, site, siteUrl, now } = facts
  const url = post.canonical ?? siteUrl + toPostPath(post.slug)
  const [first] = images
  return {
    '@id': `${url}#article`,
    mainEntityOfPage: { '@type': 'WebPage' as const, '@id': url },
    url,
    headline: post.title,
    ...(post.description === '' ? {} : { description: post.description }),
    ...(images.length === 0 ? {} : { image: images.map((image) => toImage(image, post, siteUrl)) }),
    ...(first === undefined ? {} : { thumbnailUrl: new URL(first.url, siteUrl).href }),
    datePublished: post.published,
    dateModified: getModified(post, now),
    author: listAuthors(facts),
    publisher: buildPublisher(site, siteUrl),
    isPartOf: {
      '@type': 'WebSite' as const,
      '@id': `${siteUrl}/#website`,
      name: site.name,
      url: `${siteUrl}/`,
    },
    ...(post.section === null ? {} : { articleSection: post.section.name }),
    ...(post.tags.length === 0 ? {} : { keywords: post.tags.map(({ name }) => name) }),
    wordCount: post.wordCount,
    inLanguage: post.language,
    ...toAccess(post),
    ...toRights(facts),
    ...toTranslations(facts),
    speakable: { '@type': 'SpeakableSpecification' as const, cssSelector: SPEAKABLE },
    ...(post.corrections.length === 0 ? {} : { correction: listCorrections(post) }),
  }
}

/** The part that is not free is marked where it would stand: the words are on no page. */
function toAccess({ access }: Pick<Post, 'access'>) {
  if (access === 'free') return { isAccessibleForFree: true }
  const rest: WebPageElement = {
    '@type': 'WebPageElement',
    isAccessibleForFree: false,
    cssSelector: '.paywall',
  }
  return { isAccessibleForFree: false, hasPart: rest }
}

function toRights({ post, site, siteUrl }: ArticleFacts) {
  const { license } = site.robots
  return {
    copyrightHolder: { '@id': toOrganizationId(siteUrl) },
    copyrightYear: Number(post.published.slice(0, 4)),
    ...(license === undefined ? {} : { license: new URL(license, siteUrl).href }),
  }
}

/** Nothing says which version was first, so each names the others as its translations. */
function toTranslations({ post, versions = [], siteUrl }: ArticleFacts) {
  const others = versions.filter(({ slug }) => slug !== post.slug)
  if (others.length === 0) return {}
  return {
    workTranslation: others.map(({ slug, language }) => ({
      '@type': 'NewsArticle' as const,
      '@id': `${siteUrl}${toPostPath(slug)}#article`,
      inLanguage: language,
    })),
  }
}

/** Each is said whole: programs that follow no `@id` would have none. A story without a byline is the paper's own. */
function listAuthors({ post: { authors }, writers = [], site, siteUrl }: ArticleFacts) {
  if (authors.length === 0) return buildPublisher(site, siteUrl)
  return authors.map(({ name, slug }): Person | Organization | NewsMediaOrganization => {
    const writer = writers.find((known) => known.slug === slug)
    const url = siteUrl + toListPath({ kind: 'author', slug })
    const known = writer === undefined || writer.links.length === 0 ? {} : { sameAs: writer.links }
    return writer?.type === 'organization'
      ? { '@type': 'Organization', '@id': `${url}#organization`, name, url, ...known }
      : { '@type': 'Person', '@id': `${url}#person`, name, url, ...known }
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
