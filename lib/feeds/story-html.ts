import type { Site } from '#lib/config/site.ts'
import type { Image, Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { listCorrections } from './correction-words.ts'
import type { FeedImage } from './feed.ts'

type Story = Pick<Post, 'language' | 'direction' | 'corrections' | 'access'> & {
  image: Pick<Image, 'caption' | 'credit'> | null
}

/**
 * A story as a reader elsewhere shows it, all in one element that says its language and direction: its picture, its text,
 * what was corrected, and where the rest is when this is not all. `text` is safe HTML with whole addresses.
 */
export function renderStoryHtml(
  story: Story,
  text: string,
  picture: FeedImage | null,
  site: Pick<Site, 'language' | 'timeZone'>,
): string {
  const parts = [
    picture === null ? '' : renderFigure(picture, story.image),
    text,
    story.access === 'free' ? '' : `<p><em>${escapeHtml(getLabels(site.language).subscribersOnly)}</em></p>`,
    renderCorrections(story, site),
  ]
  return `<div lang="${escapeHtml(story.language)}" dir="${story.direction}">${parts.join('')}</div>`
}

function renderFigure({ url, alt, width, height }: FeedImage, image: Story['image']): string {
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`
  const words = [image?.caption ?? '', image?.credit ?? ''].filter((text) => text !== '').map(escapeHtml)
  const caption = words.length === 0 ? '' : `<figcaption>${words.join(' — ')}</figcaption>`
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"${size}>${caption}</figure>`
}

function renderCorrections(story: Story, site: Pick<Site, 'language' | 'timeZone'>): string {
  const corrections = listCorrections(story, site)
  if (corrections.length === 0) return ''
  const lines = corrections.map(
    ({ label, text }) => `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}</p>`,
  )
  return `<section class="corrections">${lines.join('')}</section>`
}
