import type { Element, ElementContent } from 'hast'
import type { Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

const OPENING_QUOTE = /^\s*[“‘«„"']/

/** Marks a quotation's paragraph that opens with a quotation mark, so that the mark can hang in the margin. */
export const hangQuotes: Transform = (tree) => {
  visitElements(tree, (element, holder) => {
    if (!isElement(element, 'p') || holder.type === 'root' || !isElement(holder, 'blockquote')) return
    if (OPENING_QUOTE.test(getFirstText(element))) element.properties.className = ['hung']
  })
}

function getFirstText(content: Element | ElementContent | undefined): string {
  if (content?.type === 'text') return content.value
  return content?.type === 'element' ? getFirstText(content.children[0]) : ''
}
