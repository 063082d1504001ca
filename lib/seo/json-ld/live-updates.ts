import type { BlogPosting } from 'schema-dts'
import { getCoverageEnd, getCoverageState } from '#lib/content/coverage.ts'
import type { Coverage, Post } from '#lib/content/post.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { listUpdateAuthors } from '#lib/live-blog/update-authors.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { toPlainText } from '#lib/text/plain-text.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { type Publisher, toOrganizationId } from './organization.ts'

/** An update, and the first picture in it (null: it has none). */
export type UpdateFacts = { update: LiveUpdate; image: string | null }

type Surroundings = { post: Pick<Post, 'slug' | 'authors'>; site: Publisher; siteUrl: string }

/** Characters of an update's words: they stand in the page a second time. It has the rest. */
const MAX_BODY = 300
/** Characters of Markdown they are taken from. */
const MAX_SOURCE = 2_000

/** One entry of `liveBlogUpdate`. Source: https://schema.org/LiveBlogPosting */
export function buildUpdate(
  { update, image }: UpdateFacts,
  { post, site, siteUrl }: Surroundings,
): BlogPosting {
  const url = siteUrl + toUpdatePath(post.slug, update.id)
  const words = cutText(toPlainText(update.text.slice(0, MAX_SOURCE).toWellFormed()), MAX_BODY)
  return {
    '@type': 'BlogPosting',
    url,
    headline: update.headline || words,
    datePublished: update.at,
    ...(update.modified === null ? {} : { dateModified: update.modified }),
    author: toAuthor(update, post, site, siteUrl),
    articleBody: words || update.headline,
    ...(image === null ? {} : { image: new URL(image, siteUrl).href }),
    ...(update.corrections.length === 0 ? {} : { correction: update.corrections.map(toCorrection(update)) }),
  }
}

/** Whoever signed it, else the story's writers, else the paper. */
function toAuthor(
  update: LiveUpdate,
  post: Surroundings['post'],
  site: Publisher,
  siteUrl: string,
): NonNullable<BlogPosting['author']> {
  const authors = listUpdateAuthors(update, post)
  if (authors.length === 0)
    return { '@type': 'Organization', '@id': toOrganizationId(siteUrl), name: site.name }
  return authors.map(({ name }) => ({ '@type': 'Person' as const, name }))
}

function toCorrection({ modified }: LiveUpdate) {
  return (text: string) => ({
    '@type': 'CorrectionComment' as const,
    text,
    ...(modified === null ? {} : { datePublished: modified }),
  })
}

/**
 * When coverage ends: search engines want to know before it has. A story that says nothing ends when nothing was added for
 * long, and has ended with its last update.
 */
export function toCoverageEnd(coverage: Coverage, now: Date): string {
  if (coverage.end !== null) return coverage.end
  const isOver = getCoverageState(coverage, now) === 'ended'
  return isOver && coverage.latest !== null ? coverage.latest : toIsoInstant(getCoverageEnd(coverage))
}
