import type { Element, Nodes } from 'hast'

const PHRASING = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'i',
    'img',
    'input',
    'ins',
  ],
  ...[
    'kbd',
    'label',
    'mark',
    'q',
    'ruby',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'time',
    'u',
    'var',
  ],
  'wbr',
])

/** Narrows a node to an element of one of these names. */
export function isElement(node: Nodes | undefined, ...tagNames: string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))
}

/** Text, or an element that belongs in a line of text. */
export function isPhrasing(node: Nodes): boolean {
  return node.type === 'text' || (node.type === 'element' && PHRASING.has(node.tagName))
}

/** Nothing a reader would see: white space or a line break. */
export function isBlank(node: Nodes): boolean {
  return (node.type === 'text' && node.value.trim() === '') || isElement(node, 'br')
}
