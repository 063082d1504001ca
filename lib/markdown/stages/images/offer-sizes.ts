import type { Element } from 'hast'
import { createElement, type PictureFacts, type Transform } from '../../rendering.ts'
import { isElement } from '../../tree/element-kinds.ts'
import { type Holder, replaceElements, visitElements } from '../../tree/walk-elements.ts'

/**
 * How wide pictures stand in a text (app/_components/Prose.css). Not `auto`: it says hardly more, and the Nu HTML checker
 * refuses it on the first of several `<source>`.
 */
const SIZES = {
  body: '(min-width: 42rem) 39rem, 92vw',
  gallery: '(min-width: 42rem) 19rem, (min-width: 32rem) 45vw, 92vw',
} as const

/**
 * Each picture in the sizes kept of it, so that a reader fetches no more than the screen shows; its width and height, so
 * that nothing moves when it arrives. One that is not here yet leaves a frame of its place and its words.
 */
export const offerSizes: Transform = (tree, { context }) => {
  const { describePicture } = context
  if (describePicture === undefined) return
  const galleries = new Set<Element>()
  visitElements(tree, (element) => {
    if (isGallery(element)) visitElements(element, (inner) => galleries.add(inner))
  })
  replaceElements(tree, (element, holder) => {
    if (element.tagName !== 'img') return null
    const position = galleries.has(element) ? 'gallery' : 'body'
    const facts = describePicture(String(element.properties.src), position)
    if (facts === null) return null
    if (facts === 'awaited') return [createFrame(element)]
    const picture = createPicture(element, facts, SIZES[position])
    return [position === 'gallery' && !isLinked(holder) ? createLink(picture, facts) : picture]
  })
}

function isGallery(element: Element): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes('gallery')
}

function isLinked(holder: Holder): boolean {
  return holder.type === 'element' && isElement(holder, 'a')
}

/** A writer may ask for a picture to be narrower than it is, never for another shape. */
function createPicture(image: Element, facts: PictureFacts, sizes: string): Element {
  const asked = Number(image.properties.width)
  const width = asked > 0 && asked < facts.width ? asked : facts.width
  const height = Math.max(1, Math.round((width * facts.height) / facts.width))
  const dataTone = facts.tone === '' ? null : facts.tone
  const shown = asked > 0 ? `${width}px` : sizes
  const sources = facts.sources.map(({ type, srcSet }) =>
    createElement('source', { type, srcSet, sizes: shown }, []),
  )
  const { src: _src, width: _width, height: _height, ...written } = image.properties
  // Sizes are of no meaning to a parser that finds no set of sources beside them.
  const choice = { srcSet: `${facts.src} ${facts.srcWidth}w`, sizes: shown }
  const measures = sources.length === 0 ? { width, height } : { width, height, ...choice }
  const properties = { src: facts.src, ...written, ...measures, dataTone }
  return createElement('picture', {}, [...sources, createElement('img', toPlain(properties), [])])
}

function toPlain(properties: Element['properties']) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : value,
    ]),
  )
}

function createLink(picture: Element, { large }: PictureFacts): Element {
  return createElement('a', { className: ['enlarge'], href: large }, [picture])
}

function createFrame({ properties: { alt } }: Element): Element {
  const words = String(alt ?? '')
  const named = words === '' ? { ariaHidden: 'true' } : { role: 'img', ariaLabel: words }
  return createElement('span', { className: ['picture', 'picture-awaited'], ...named }, [])
}
