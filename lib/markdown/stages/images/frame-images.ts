import type { Element, ElementContent, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { createElement, type Transform } from '../../rendering.ts'
import { isBlank, isElement } from '../../tree/element-kinds.ts'
import { trimContent } from '../../tree/trim-content.ts'
import { visitElements } from '../../tree/walk-elements.ts'

const BLOCKS = new Set(['div', 'section', 'blockquote', 'li', 'dd', 'td', 'details'])

/**
 * A picture that stands alone becomes a figure, its title the caption; several in a row, on following lines or in
 * following paragraphs, become a gallery of figures. A writer's own `<figure>` gets its loose words as caption.
 */
export const frameImages: Transform = (tree) => {
  visitElements(tree, (element) => {
    if (element.tagName === 'figure' && element.properties.dataEmbed === undefined) completeFigure(element)
  })
  tree.children = gatherFigures(tree.children)
  visitElements(tree, (element) => {
    if (BLOCKS.has(element.tagName)) element.children = gatherFigures(element.children)
  })
}

function gatherFigures<Child extends Root['children'][number]>(
  children: Child[],
): (Child | ElementContent)[] {
  const result: (Child | ElementContent)[] = []
  let run: Element[] = []
  const closeRun = () => {
    if (run.length > 1) result.push(createElement('div', { className: ['gallery'] }, run))
    else result.push(...run)
    if (run.length > 0) result.push({ type: 'text', value: '\n' })
    run = []
  }
  for (const child of children) {
    const figures = isElement(child, 'p') ? listLoneImages(child).map(frameImage) : []
    if (figures.length > 0) run.push(...figures)
    else if (run.length === 0 || !isBlank(child)) {
      closeRun()
      result.push(child)
    }
  }
  closeRun()
  return result
}

/** The pictures of a paragraph that holds nothing else, each with the link around it. */
function listLoneImages(paragraph: Element): Element[] {
  const visible = paragraph.children.filter((child) => !isBlank(child))
  const images = visible.filter((child) => isElement(child)).filter((child) => findImage(child) !== null)
  return images.length === visible.length ? images : []
}

function findImage(node: Element): Element | null {
  if (node.tagName === 'img') return node
  if (!['a', 'em', 'strong', 'span', 'b', 'i'].includes(node.tagName)) return null
  const [only, ...others] = node.children.filter((child) => !isBlank(child))
  return others.length === 0 && isElement(only) ? findImage(only) : null
}

function frameImage(node: Element): Element {
  const image = findImage(node)
  const caption = String(image?.properties.title ?? '').trim()
  if (image !== null) delete image.properties.title
  return createElement('figure', {}, [node, ...createCaption(caption)])
}

function createCaption(text: string): Element[] {
  return text === '' ? [] : [createElement('figcaption', {}, [{ type: 'text', value: text }])]
}

function completeFigure(figure: Element): void {
  figure.children = figure.children.flatMap((child) =>
    isElement(child, 'p') && listLoneImages(child).length > 0 ? child.children : [child],
  )
  if (figure.children.some((child) => isElement(child, 'figcaption', 'table', 'pre', 'figure'))) return
  const shown = figure.children.filter(
    (child) => isElement(child) && (findImage(child) !== null || child.tagName !== 'p'),
  )
  const loose = figure.children.filter((child) => !shown.includes(child) || !isElement(child))
  const words = loose.flatMap((child) => (isElement(child, 'p') ? child.children : [child]))
  const title = shown.flatMap((child) => (isElement(child) ? (findImage(child)?.properties.title ?? []) : []))
  if (toText({ type: 'root', children: words }).trim() !== '') {
    figure.children = [...shown, createElement('figcaption', {}, trimContent(words))]
  } else if (typeof title[0] === 'string') figure.children = [...shown, ...createCaption(title[0])]
}
