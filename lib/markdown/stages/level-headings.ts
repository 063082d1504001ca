import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

/**
 * Gives the body an outline that fits below the page's own H1: it starts at h2 (h3 for a part of
 * a page) and never skips a level downwards. A
 * first H1 that repeats the title goes; a heading without words is none.
 */
export const levelHeadings: Transform = (tree, rendering) => {
  dropTitle(tree, rendering.context.title)
  const base = rendering.context.idPrefix === undefined ? 1 : 2
  const open: number[] = []
  visitElements(tree, (element) => {
    const written = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
    if (written === 0) return
    if (toText(element).trim() === '') {
      element.tagName = 'p'
      element.properties = {}
      return
    }
    while ((open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    element.tagName = `h${Math.min(6, open.length + base)}`
  })
}

function dropTitle(tree: Root, title: string): void {
  const first = tree.children.find((node) => isElement(node, 'h1'))
  if (isElement(first) && normaliseTitle(toText(first)) === normaliseTitle(title)) {
    tree.children = tree.children.filter((node) => node !== first)
  }
}

function normaliseTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}
