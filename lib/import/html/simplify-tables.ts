import type { Element, ElementContent } from 'hast'
import { type Conversion, type Simplifier, toLink } from './conversion.ts'
import { simplifyFigure } from './figures.ts'
import { simplifyFlow } from './group-paragraphs.ts'
import { keepBlock, toInlineHtml } from './keep-html.ts'
import { findAll, hasClass, isElement, toElement } from './nodes.ts'

export const simplifyTable: Simplifier = (element, conversion) => {
  if (hasClass(element, 'tr-caption-container')) {
    const cells = findAll(element, (inner) => inner.tagName === 'td' && !hasClass(inner, 'tr-caption'))
    const [caption] = findAll(element, (inner) => hasClass(inner, 'tr-caption'))
    const content = cells.flatMap((cell) => simplifyFlow(cell.children, conversion))
    return simplifyFigure(element, caption, content, conversion)
  }
  const cells = findAll(element, ({ tagName }) => tagName === 'td' || tagName === 'th')
  if (cells.length <= 1) return cells.flatMap((cell) => simplifyFlow(cell.children, conversion))
  const isComplex = cells.some((cell) =>
    ['colSpan', 'rowSpan'].some((name) => Number(cell.properties[name] ?? 1) > 1),
  )
  const hasBlocks = findAll(element, ({ tagName }) =>
    /^(?:ul|ol|pre|blockquote|h\d|figure|caption)$/.test(tagName),
  )
  const inner = findAll(toElement('div', {}, element.children), ({ tagName }) => tagName === 'table')
  if (isComplex || hasBlocks.length > 0 || inner.length > 0)
    return keepBlock(moveAddresses(element, conversion))
  return [rebuildTable(element, conversion)]
}

function rebuildTable(element: Element, conversion: Conversion): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return []
    if (!isElement(child, 'td', 'th')) return [rebuildTable(child, conversion)]
    const content = conversion.simplifyAll(child.children, { ...conversion, lineBreaks: 'spaces' })
    const inLine = content.flatMap((node) =>
      isElement(node, 'p') ? [...node.children, toElement('br', {})] : [node],
    )
    while (isElement(inLine.at(-1), 'br')) inLine.pop()
    const cells = inLine.map((node) => (isElement(node, 'br') ? toInlineHtml('<br>') : node))
    return [toElement(child.tagName, pickAlign(child), cells)]
  })
  return toElement(element.tagName, {}, children)
}

function pickAlign({ properties }: Element): Element['properties'] {
  return properties.align === undefined ? {} : { align: properties.align }
}

/** In HTML that stays, addresses follow what was brought along. */
export function moveAddresses(element: Element, conversion: Conversion): Element {
  for (const inner of [element, ...findAllDeep(element)]) {
    const { src, href } = inner.properties
    if (typeof href === 'string') inner.properties.href = toLink(href, conversion) ?? ''
    if (typeof src === 'string') inner.properties.src = toLink(src, conversion) ?? src
  }
  return element
}

function findAllDeep(element: Element): Element[] {
  return element.children.flatMap((child) => (isElement(child) ? [child, ...findAllDeep(child)] : []))
}

export const simplifyPlayer: Simplifier = (element, conversion) =>
  keepBlock(moveAddresses(element, conversion))
