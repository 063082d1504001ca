import type { BlogPosting } from 'schema-dts'
import { getCoverageEnd, getCoverageState } from '#lib/content/coverage.ts'
import type { Coverage, Post } from '#lib/content/post.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { toPlainText } from '#lib/text/plain-text.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { type Publisher, toOrganizationId } from './organization.ts'

/** An update, and the first picture in it (null: it has none). */
export type UpdateFacts = { update: LiveUpdate; image: string | null }

type Surroundings = { post: Pick<Post, 'slug' | 'authors'>; site: Publisher; siteUrl: string }

/** Characters of an update's words; the page has the rest. */
const MAX_BODY = 600
/** Characters of Markdown they are taken from. */
const MAX_SOURCE = 2_000

/** One entry of `liveBlogUpdate`. Source: https://schema.org/LiveBlogPosting */
export function buildUpdate(
  { update, image }: UpdateFacts,
  { post, site, siteUrl }: Surroundings,
): BlogPosting {
  const url = siteUrl + toUpdatePath(post.slug, update.id)
  const words = cutText(toPlainText(update.text.slice(0, MAX_SOURCE).toWellFormed()), MAX_BODY)
  const names = update.by === null ? post.authors.map(({ name }) => name) : [update.by]
  return {
    '@type': 'BlogPosting',
    '@id': url,
    url,
    headline: update.headline || words,
    datePublished: update.at,
    dateModified: update.modified ?? update.at,
    author:
      names.length === 0
        ? { '@type': 'Organization', '@id': toOrganizationId(siteUrl), name: site.name }
        : names.map((name) => ({ '@type': 'Person' as const, name })),
    articleBody: words,
    ...(image === null ? {} : { image: new URL(image, siteUrl).href }),
  }
}

/** When coverage ends, where that is known: it is said, or nothing was added for long. */
export function toCoverageEnd(coverage: Coverage, now: Date): { coverageEndTime?: string } {
  if (coverage.end !== null) return { coverageEndTime: coverage.end }
  if (getCoverageState(coverage, now) !== 'ended') return {}
  return { coverageEndTime: coverage.latest ?? toIsoInstant(getCoverageEnd(coverage)) }
}
