import type { Element, ElementContent } from 'hast'
import { createElement, type Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { trimContent } from '../tree/trim-content.ts'
import { visitElements } from '../tree/walk-elements.ts'

const MARK = /\n:[ \t]+/
const BLOCK = /^(?:p|ul|ol|dl|blockquote|pre|table|h[1-6]|div|figure|hr|section)$/

/**
 * A term and what is said of it, in an item of a list or in a quotation: lines that begin with `: `. Outside of these
 * remark-definition-list has made lists of them already.
 */
export const nestDefinitions: Transform = (tree) => {
  visitElements(tree, (element) => {
    if (!isElement(element, 'li', 'blockquote', 'dd')) return
    element.children = element.children.map((child) => (isElement(child, 'p') ? define(child) : child))
    if (element.tagName === 'li') defineWords(element)
  })
}

/** An item without blank lines holds its words themselves, and lists behind them. */
function defineWords(item: Element): void {
  const found = item.children.findIndex((child) => child.type === 'element' && BLOCK.test(child.tagName))
  const end = found === -1 ? item.children.length : found
  const list = toList(item.children.slice(0, end))
  if (list !== null) item.children.splice(0, end, list)
}

function define(paragraph: Element): Element {
  return toList(paragraph.children) ?? paragraph
}

function toList(words: readonly ElementContent[]): Element | null {
  if (!words.some((node) => node.type === 'text' && MARK.test(node.value))) return null
  const [term = [], ...descriptions] = splitAtMarks(words)
  const name = trimContent(term)
  if (name.length === 0 || name.some((node) => node.type === 'text' && node.value.includes('\n'))) return null
  const items = descriptions.map((words) => createElement('dd', {}, trimContent(words)))
  return createElement('dl', {}, [createElement('dt', {}, name), ...items])
}

function splitAtMarks(words: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  for (const node of words) {
    const [first = '', ...others] = node.type === 'text' ? node.value.split(MARK) : []
    parts.at(-1)?.push(node.type === 'text' ? { type: 'text', value: first } : node)
    for (const value of others) parts.push([{ type: 'text', value }])
  }
  return parts
}
