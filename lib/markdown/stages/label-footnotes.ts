import type { Element } from 'hast'
import { getTextLabels } from '#lib/labels/get-text-labels.ts'
import type { Labels } from '#lib/labels/labels.ts'
import { trimEndOf } from '#lib/text/trim.ts'
import type { Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

const PREFIX = 'user-content-'

/**
 * Puts the words around footnotes into the text's language, and takes the `user-content-` off their ids, which
 * remark-html gives no choice about: `fn-1`, `fnref-1`.
 */
export const labelFootnotes: Transform = (tree, { context }) => {
  const labels = getTextLabels(context.language)
  visitElements(tree, (element) => {
    const { properties } = element
    if (element.tagName === 'section' && properties.dataFootnotes !== undefined)
      setHeading(element, labels.footnotes, context.idPrefix === undefined ? 'h2' : 'h3')
    if (typeof properties.id === 'string' && isFootnoteId(properties.id)) {
      properties.id = decodeId(properties.id.slice(PREFIX.length))
    }
    if (typeof properties.href === 'string' && isFootnoteId(properties.href.slice(1))) {
      properties.href = `#${properties.href.slice(1 + PREFIX.length)}`
    }
    if (properties.dataFootnoteBackref !== undefined) setBackLabel(element, labels)
  })
}

function isFootnoteId(id: string): boolean {
  return id.startsWith(`${PREFIX}fn-`) || id.startsWith(`${PREFIX}fnref-`)
}

/** The target of `#fn-caf%C3%A9` is the id `fn-café`. */
function decodeId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function setHeading(section: Element, words: string, tagName: 'h2' | 'h3'): void {
  const heading = section.children.find((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  if (!isElement(heading)) return
  heading.tagName = tagName
  heading.properties = { id: 'footnote-label' }
  heading.children = [{ type: 'text', value: words }]
}

/** remark-html's own label ends in the reference's number: `Back to reference 1-2`. */
function setBackLabel(link: Element, labels: Pick<Labels, 'backToReference'>): void {
  const label = String(link.properties.ariaLabel ?? '')
  const reference = label.slice(trimEndOf(label, /[\d-]/).length)
  link.properties.ariaLabel = labels.backToReference(reference).trim()
}
