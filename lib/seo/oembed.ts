import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { toPreviewImage } from './preview-image.ts'

/** Pixels a card takes, where its host allows so many. */
const WIDTH = 600
const HEIGHT = 240

/** A day: how long a host may keep a card. */
const CACHE_AGE_SECONDS = 86_400

type Story = Pick<
  PostSummary,
  | 'slug'
  | 'title'
  | 'description'
  | 'published'
  | 'authors'
  | 'image'
  | 'language'
  | 'direction'
  | 'sourceFile'
>
type Paper = Pick<Site, 'name' | 'language' | 'timeZone'>

/** The sizes a host allows, in pixels; NaN where it says none. */
export type OEmbedRoom = { maxWidth: number; maxHeight: number }

/** A story as a card within another page: words and a link, no script. @see https://oembed.com/ */
export function buildOEmbed(story: Story, site: Paper, siteUrl: string, room: OEmbedRoom): object {
  const picture = toPreviewImage(story.image, story.sourceFile)
  const [author, ...others] = story.authors
  const byline = joinNames(
    story.authors.map(({ name }) => name),
    site.language,
  )
  return {
    version: '1.0',
    type: 'rich',
    title: story.title,
    ...(byline === '' ? {} : { author_name: byline }),
    ...(author === undefined || others.length > 0
      ? {}
      : { author_url: siteUrl + toListPath({ kind: 'author', slug: author.slug }) }),
    provider_name: site.name,
    provider_url: `${siteUrl}/`,
    cache_age: CACHE_AGE_SECONDS,
    ...(picture?.width === undefined || picture.height === undefined
      ? {}
      : {
          thumbnail_url: new URL(picture.url, siteUrl).href,
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }),
    html: renderCard(story, byline, site, siteUrl),
    width: Math.min(room.maxWidth || WIDTH, WIDTH),
    height: Math.min(room.maxHeight || HEIGHT, HEIGHT),
  }
}

function renderCard(story: Story, byline: string, site: Paper, siteUrl: string): string {
  const words = story.description === '' ? '' : `<p>${escapeHtml(story.description)}</p>`
  const source = [byline, site.name, formatDate(story.published, site)].filter((text) => text !== '')
  const address = escapeHtml(siteUrl + toPostPath(story.slug))
  return `<blockquote lang="${escapeHtml(story.language)}" dir="${story.direction}" cite="${address}"><p><a href="${address}"><strong>${escapeHtml(story.title)}</strong></a></p>${words}<footer>${escapeHtml(source.join(' · '))}</footer></blockquote>`
}
