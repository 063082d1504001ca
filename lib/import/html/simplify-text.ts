import type { Element, ElementContent } from 'hast'
import { type Conversion, type Simplifier, toLink } from './conversion.ts'
import { simplifyLinkedPicture } from './figures.ts'
import { groupParagraphs, splitRun } from './group-paragraphs.ts'
import { keepInline, toInlineHtml } from './keep-html.ts'
import { findAll, getProperty, hasClass, isBlank, isBlock, isElement, OWN, toElement } from './nodes.ts'

export const simplifyParagraph: Simplifier = (element, conversion) => {
  if (isSubscribeButton(element)) {
    conversion.notes.add('a box that subscribes or shares was left out')
    return []
  }
  const children = conversion.simplifyAll(element.children, conversion)
  const anchor = toAnchor(element, conversion)
  const [first = [], ...others] = splitRun(children, conversion.lineBreaks)
  return [[...anchor, ...first], ...others]
    .filter((part) => part.length > 0)
    .flatMap((part) => (part.some(isBlock) ? groupParagraphs(part, 'spaces') : [toElement('p', {}, part)]))
}

/** Substack's, whose address is `%%checkout_url%%` or the page that asks for an address. */
function isSubscribeButton(element: Element): boolean {
  if (!hasClass(element, 'button-wrapper')) return false
  const links = findAll(element, ({ tagName }) => tagName === 'a')
  return links.every((link) =>
    /%%|\/subscribe\b|[?&]action=share\b|\/p\/[^/]+\/comments$/.test(getProperty(link, 'href')),
  )
}

export const simplifyHeading: Simplifier = (element, conversion) => {
  const children = conversion.simplifyAll(element.children, conversion)
  if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return []
  const id = getProperty(element, 'id')
  const isTarget = conversion.targets.has(id) && /^[\w.-]+$/.test(id)
  const mark = isTarget ? [toInlineHtml(` {#${id}}`)] : []
  return [toElement(element.tagName, {}, [...children, ...mark])]
}

export const simplifyLink: Simplifier = (element, conversion) => {
  const picture = simplifyLinkedPicture(element, conversion)
  if (picture !== null) return picture
  const children = conversion
    .simplifyAll(element.children, { ...conversion, lineBreaks: 'spaces' })
    .flatMap(unlink)
  const anchor = toAnchor(element, conversion)
  const written = getProperty(element, 'href')
  // A link around nothing is nowhere to be seen.
  if (written.trim() === '' || children.every(isEmpty)) return [...anchor, ...children]
  const href = toLink(written, conversion)
  if (href === null) {
    conversion.notes.add(`a link was left out: “${written.slice(0, 60)}” is no address readers can follow`)
    return [...anchor, ...children]
  }
  const title = getProperty(element, 'title')
  const properties = title === '' ? { href } : { href, title }
  if (children.some(isBlock)) return [...anchor, ...children.map((child) => relink(child, properties))]
  return [...anchor, toElement('a', properties, children)]
}

/** Blanks, and emphasis around them. */
function isEmpty(node: ElementContent): boolean {
  return isBlank(node) || (isElement(node, 'strong', 'em', 'del') && node.children.every(isEmpty))
}

/** Links hold no links. */
function unlink(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node]
  const children = node.children.flatMap(unlink)
  return node.tagName === 'a' ? children : [{ ...node, children }]
}

/** A link around blocks is a link within each. */
function relink(node: ElementContent, properties: Element['properties']): ElementContent {
  if (!isElement(node) || !isBlock(node) || node.tagName.startsWith('x-')) return node
  return { ...node, children: [toElement('a', properties, node.children)] }
}

/** Where a link within the text leads. */
export function toAnchor(element: Element, { targets }: Conversion): ElementContent[] {
  const id = getProperty(element, 'id') || getProperty(element, 'name')
  return targets.has(id) && /^[\w.:-]+$/.test(id) ? [toInlineHtml(`<a id="${id}"></a>`)] : []
}

export const keepInLine: Simplifier = (element, conversion) => {
  const children = conversion.simplifyAll(element.children, conversion)
  return children.some(isBlock) ? children : keepInline(element, children)
}

export const simplifySup: Simplifier = (element, conversion) => {
  const id = getProperty(element, 'dataFn')
  if (id !== '' && conversion.footnotes.has(id)) return [toElement(OWN.footnote, { label: id })]
  return keepInLine(element, conversion)
}
