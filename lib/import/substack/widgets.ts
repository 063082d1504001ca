import type { Element, ElementContent } from 'hast'
import type { Conversion } from '../html/conversion.ts'
import { simplifyPicture } from '../html/figures.ts'
import { linkAlone } from '../html/frames.ts'
import { findAll, getProperty, hasClass, OWN, toElement, toPlainText, toTextNode } from '../html/nodes.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * The embedded posts of social networks are quotations with a link in them, and divisions that scripts fill. Substack says
 * in `data-attrs` what with. Null for a division that holds what it shows.
 */
export function simplifyWidget(element: Element, conversion: Conversion): ElementContent[] | null {
  const given = readAttributes(element)
  if (hasClass(element, 'youtube-wrap') && typeof given.videoId === 'string') {
    const address = `https://www.youtube.com/watch?v=${encodeURIComponent(given.videoId)}`
    return [linkAlone(address, address)]
  }
  if (hasClass(element, 'vimeo-wrap') && given.videoId !== undefined) {
    const address = `https://vimeo.com/${encodeURIComponent(String(given.videoId))}`
    return [linkAlone(address, address)]
  }
  if (Object.keys(given).length === 0 || hasContent(element)) return null
  const pictures = listGalleryPictures(element)
  if (pictures.length > 0) return showGallery(pictures, given, conversion)
  const { persistentExpression: formula } = given
  if (typeof formula === 'string')
    return [toElement(OWN.blockHtml, { value: `$$\n${formula.trim().replace(/\n\s*\n/g, '\n')}\n$$` })]
  const url = [given.url, given.href, given.canonical_url].find((value) => typeof value === 'string')
  if (typeof url === 'string' && /^https?:/.test(url))
    return [linkAlone(url, typeof given.title === 'string' && given.title !== '' ? given.title : url)]
  const [name = element.tagName] = getProperty(element, 'className').split(' ')
  conversion.notes.add(`a part that only its old program can show was left out: ${name}`)
  return []
}

/** The pictures that a gallery of Substack's will show. */
export function listGalleryPictures(element: Element): Element[] {
  const { gallery } = readAttributes(element)
  const images = isValues(gallery) && Array.isArray(gallery.images) ? gallery.images : []
  return images
    .filter(isValues)
    .filter(({ src }) => typeof src === 'string')
    .map(({ src, alt }) => toElement('img', { src: String(src), alt: typeof alt === 'string' ? alt : '' }))
}

function showGallery(pictures: Element[], { gallery }: Values, conversion: Conversion): ElementContent[] {
  const caption = isValues(gallery) && typeof gallery.caption === 'string' ? gallery.caption.trim() : ''
  const shown = pictures.map((picture) => toElement('p', {}, simplifyPicture(picture, conversion)))
  return caption === '' ? shown : [...shown, toElement('p', {}, [toElement('em', {}, [toTextNode(caption)])])]
}

function hasContent(element: Element): boolean {
  return (
    toPlainText(element) !== '' ||
    findAll(element, ({ tagName }) => /^(?:img|iframe|a|audio|video)$/.test(tagName)).length > 0
  )
}

function readAttributes(element: Element): Values {
  const text = getProperty(element, 'dataAttrs')
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return isValues(value) ? value : {}
  } catch {
    return {}
  }
}

function isValues(value: unknown): value is Values {
  return value instanceof Object && !Array.isArray(value)
}
