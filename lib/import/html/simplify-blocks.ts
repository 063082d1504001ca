import type { Element, ElementContent } from 'hast'
import { simplifyWidget } from '../substack/widgets.ts'
import { type Simplifier, toLink } from './conversion.ts'
import { simplifyFigure } from './figures.ts'
import { groupParagraphs, simplifyFlow } from './group-paragraphs.ts'
import { keepBlock } from './keep-html.ts'
import {
  findAll,
  getProperty,
  hasClass,
  isElement,
  OWN,
  toElement,
  toPlainText,
  toTextNode,
} from './nodes.ts'
import { toAnchor } from './simplify-text.ts'

export const simplifyDivision: Simplifier = (element, conversion) => {
  const widget = simplifyWidget(element, conversion)
  if (widget !== null) return widget
  if (hasClass(element, 'subscription-widget-wrap', 'subscription-widget', 'sharedaddy', 'jp-relatedposts')) {
    conversion.notes.add('a box that subscribes or shares was left out')
    return []
  }
  if (hasClass(element, 'wp-caption', 'captioned-image')) return simplifyFigureElement(element, conversion)
  if (hasClass(element, 'wp-block-file')) {
    const [link] = findAll(element, ({ tagName }) => tagName === 'a')
    return link === undefined ? [] : [toElement('p', {}, conversion.simplifyAll([link], conversion))]
  }
  if (hasClass(element, 'graf--mixtapeEmbed')) return simplifyCard(element, conversion)
  const lineBreaks = element.properties.dataLineBreaks === 'paragraphs' ? 'paragraphs' : conversion.lineBreaks
  const children = conversion.simplifyAll(element.children, conversion)
  const grouped = groupParagraphs(children, lineBreaks)
  return [...toAnchor(element, conversion), ...grouped]
}

/** A box that shows another page: its title as a link. */
const simplifyCard: Simplifier = (element, conversion) => {
  const [link] = findAll(element, ({ tagName }) => tagName === 'a')
  if (link === undefined) return simplifyFlow(element.children, conversion)
  const [title] = findAll(link, ({ tagName }) => /^(?:strong|h\d)$/.test(tagName))
  const href = toLink(getProperty(link, 'href'), conversion)
  const text = toPlainText(title ?? link) || getProperty(link, 'href')
  return href === null ? [] : [toElement('p', {}, [toElement('a', { href }, [toTextNode(text)])])]
}

export const simplifyFigureElement: Simplifier = (element, conversion) => {
  const caption = findCaption(element)
  const children = withoutElement(element.children, (inner) => inner === caption)
  return simplifyFigure(
    element,
    caption,
    simplifyFlow(children, { ...conversion, lineBreaks: 'spaces' }),
    conversion,
  )
}

/** The caption of a figure itself: those of a gallery's pictures are theirs. */
function findCaption(element: Element): Element | undefined {
  const ends = (inner: Element) => isCaption(inner) || isElement(inner, 'figure', 'li')
  return findAll(element, ends).find(isCaption)
}

function isCaption(element: Element): boolean {
  return (
    element.tagName === 'figcaption' || hasClass(element, 'wp-caption-text', 'image-caption', 'imageCaption')
  )
}

function withoutElement(children: ElementContent[], test: (element: Element) => boolean): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    return test(child) ? [] : [{ ...child, children: withoutElement(child.children, test) }]
  })
}

export const simplifyDetails: Simplifier = (element, conversion) => {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const others = element.children.filter((child) => child !== summary)
  const words = summary === undefined || !isElement(summary) ? '' : toPlainText(summary)
  const [start] = keepBlock(toElement('details', {}, [toElement('summary', {}, [toTextNode(words)])]))
  if (start === undefined || !isElement(start)) return simplifyFlow(others, conversion)
  const open = getProperty(start, 'value').replace(/<\/details>$/, '')
  return [
    toElement(OWN.blockHtml, { value: open }),
    ...simplifyFlow(others, conversion),
    toElement(OWN.blockHtml, { value: '</details>' }),
  ]
}

export const simplifyList: Simplifier = (element, conversion) => {
  if (hasClass(element, 'blocks-gallery-grid', 'gallery')) return simplifyFlow(element.children, conversion)
  const items = element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return []
    if (!isElement(child, 'li')) return [toElement('li', {}, conversion.simplifyAll([child], conversion))]
    const content = conversion.simplifyAll(child.children, { ...conversion, lineBreaks: 'spaces' })
    const anchored = [...toAnchor(child, conversion), ...content]
    return [toElement('li', {}, anchored)]
  })
  const { start } = element.properties
  return items.length === 0 ? [] : [toElement(element.tagName, start === undefined ? {} : { start }, items)]
}
