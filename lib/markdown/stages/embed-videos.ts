import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { getTextLabels } from '#lib/labels/get-text-labels.ts'
import { createElement, type Transform } from '../rendering.ts'
import { isBlank, isElement } from '../tree/element-kinds.ts'
import { type Holder, replaceElements } from '../tree/walk-elements.ts'
import { formatVideoUrl, parseVideoUrl, type Video } from '../urls/video-url.ts'

const HOST_NAMES = { youtube: 'YouTube', vimeo: 'Vimeo' } as const
const CONTAINERS = ['p', 'div', 'section', 'aside', 'li', 'dd', 'td', 'blockquote', 'details', 'figure']

/**
 * A film's frame, tag, or address alone in a paragraph becomes a box drawn by us with a link in it: nothing is asked
 * of the film's host until a reader clicks. The `data-embed…` attributes tell a script how to play it in place.
 */
export const embedVideos: Transform = (tree, { context }) => {
  replaceElements(tree, (link, holder) => {
    if (link.tagName !== 'a') return null
    const marked = link.properties.dataEmbed !== undefined
    delete link.properties.dataEmbed
    const video = parseVideoUrl(String(link.properties.href ?? ''))
    if (video === null || !canHold(holder) || !(marked || standsAlone(link, holder))) return null
    return [createEmbed(video, formatLabel(readTitle(link), HOST_NAMES[video.provider], context.language))]
  })
}

function canHold(holder: Holder): boolean {
  return holder.type === 'root' || CONTAINERS.includes(holder.tagName)
}

/** A bare address, or a picture of the film with a link to it, and nothing else in the paragraph. */
function standsAlone(link: Element, holder: Holder): boolean {
  if (!isElement(holder, 'p') || !holder.children.every((node) => node === link || isBlank(node)))
    return false
  return (
    isBareAddress(toText(link)) || link.children.every((child) => isElement(child, 'img') && isStill(child))
  )
}

function isBareAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)?(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)\/\S+$/i.test(
    text.trim(),
  )
}

function isStill({ properties }: Element): boolean {
  return /^https?:\/\/(?:i\d?\.ytimg|img\.youtube|i\.vimeocdn)\.com\//.test(String(properties.src ?? ''))
}

function readTitle(link: Element): string {
  const [child] = link.children
  const alt = isElement(child, 'img') ? String(child.properties.alt ?? '') : ''
  const text = String(link.properties.title ?? '') || alt || toText(link).trim()
  return isBareAddress(text) ? '' : text
}

/** Says whose film it is, so that a reader knows who will be asked for it: `Watch “High water” on YouTube`. */
function formatLabel(title: string, host: string, language: string): string {
  return getTextLabels(language)
    .watchVideo(title === '' ? '' : `“${title}”`, host)
    .replace(/ {2,}/g, ' ')
    .trim()
}

function createEmbed(video: Video, text: string): Element {
  const label = createElement('span', { className: ['embed-label'] }, [{ type: 'text', value: text }])
  const rel = ['noopener', 'noreferrer', 'external']
  return createElement(
    'figure',
    {
      className: ['embed'],
      dataEmbed: video.provider,
      dataEmbedId: video.id,
      dataEmbedStart: video.start > 0 ? String(video.start) : null,
      dataEmbedKey: video.key,
    },
    [createElement('a', { href: formatVideoUrl(video), rel }, [label])],
  )
}
