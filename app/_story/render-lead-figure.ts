import type { Image } from '#lib/content/post.ts'
import type { PictureSet } from '#lib/pictures/derive/picture-set.ts'
import { getShownPicture, type ShownPicture } from '#lib/queries/shown-picture.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { LEAD_RANGE, toLeadSizes } from '../_components/picture-slots.ts'

/**
 * The picture a story opens with, its caption, and whose it is: HTML, as it is the first child of the story's text, where
 * reader modes look for it.
 */
export function renderLeadFigure(image: Image | null, sourceFile: string): string {
  if (image === null) return ''
  const picture = renderPicture(getShownPicture(image, sourceFile, LEAD_RANGE), image.alt)
  return `<figure class="lead-figure">${picture}${renderCaption(image)}</figure>`
}

/** The picture's versions and sizes, to be fetched before the page is read; null where there are none. */
export function getLeadSet(image: Image | null, sourceFile: string): PictureSet | null {
  const shown = image === null ? null : getShownPicture(image, sourceFile, LEAD_RANGE)
  return shown?.kind === 'set' ? shown.set : null
}

function renderPicture(shown: ShownPicture, alt: string): string {
  switch (shown.kind) {
    case 'refused':
      return ''
    case 'awaited':
      return renderAwaited(alt)
    case 'plain':
      return `<span class="picture">${renderImage({ src: shown.src, alt })}</span>`
    case 'set': {
      const { sources, src, width, height, tone } = shown.set
      const sizes = escapeHtml(toLeadSizes(shown.set))
      const versions = sources.map(
        ({ type, srcSet }) => `<source type="${type}" srcset="${escapeHtml(srcSet)}" sizes="${sizes}">`,
      )
      const measures = {
        width: String(width),
        height: String(height),
        ...(tone === '' ? {} : { 'data-tone': tone }),
      }
      return `<picture class="picture picture-whole">${versions.join('')}${renderImage({ src, alt, ...measures })}</picture>`
    }
  }
}

function renderAwaited(alt: string): string {
  const words = alt === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(alt)}"`
  return `<span class="picture picture-awaited" ${words}></span>`
}

function renderImage(attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`)
  return `<img class="u-photo" ${written.join(' ')} loading="eager" decoding="async" fetchpriority="high">`
}

function renderCaption({ caption, credit }: Image): string {
  if (caption === '' && credit === '') return ''
  const source = credit === '' ? '' : `<bdi class="credit">${escapeHtml(credit)}</bdi>`
  return `<figcaption>${escapeHtml(caption)} ${source}</figcaption>`
}
