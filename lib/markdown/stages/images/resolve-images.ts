import type { Element, ElementContent } from 'hast'
import { findMediaType } from '#lib/http/media-types.ts'
import { createElement, type Transform } from '../../rendering.ts'
import { replaceElements } from '../../tree/walk-elements.ts'
import { resolveMediaUrl } from '../../urls/media-url.ts'
import { parseVideoUrl } from '../../urls/video-url.ts'

/**
 * Resolves every picture's address and makes it wait until it is near the screen. A picture whose address is refused
 * leaves its alternative text behind, and a note. Obsidian and others write films, sound and papers so too (`![](tide.mp4)`):
 * those become a player, or a link.
 */
export const resolveImages: Transform = (tree, { context, notes }) => {
  replaceElements(tree, (element) => {
    if (element.tagName !== 'img') return null
    const written = String(element.properties.src ?? '')
    // Obsidian writes a picture's width behind its words: `![The quay|300](quay.jpg)`.
    const alt = String(element.properties.alt ?? '')
      .trim()
      .replace(/\|\d{1,4}(?:x\d{1,4})?$/, '')
    const film = /youtu|vimeo/.test(written) && parseVideoUrl(written) !== null
    if (film)
      return [createElement('a', { href: written, dataEmbed: '' }, [{ type: 'text', value: written }])]
    const src = resolveMediaUrl(written, context.sourceFile)
    if (src === null) {
      if (written !== '')
        notes.add(`A picture was left out: “${written.slice(0, 80)}” is not an address pictures may have.`)
      return [{ type: 'text', value: alt }]
    }
    const other = showOtherMedia(element, src, alt)
    if (other !== null) return [other]
    element.properties = { ...listKept(element), src, alt, loading: 'lazy', decoding: 'async' }
    return null
  })
}

function showOtherMedia({ properties }: Element, src: string, alt: string): ElementContent | null {
  const path = src.startsWith('data:') ? '' : (src.split(/[?#]/, 1)[0] ?? '')
  const kind = findMediaType(path)?.kind
  const { width, height } = properties
  if (kind === 'sound') return { type: 'element', tagName: 'audio', properties: { src }, children: [] }
  if (kind === 'film')
    return { type: 'element', tagName: 'video', properties: { src, width, height }, children: [] }
  if (kind !== 'document' || !src.startsWith('/')) return null
  const words = alt === '' ? decodeURI(path.slice(path.lastIndexOf('/') + 1)) : alt
  return createElement('a', { href: src }, [{ type: 'text', value: words }])
}

function listKept({ properties }: Element): Element['properties'] {
  const { width, height, title, lang, dir } = properties
  return { width, height, title, lang, dir }
}
