import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Transform } from '../rendering.ts'
import { isBlank, isElement, isPhrasing } from '../tree/element-kinds.ts'
import { trimContent } from '../tree/trim-content.ts'
import { visitElements } from '../tree/walk-elements.ts'

/**
 * Keeps blocks and lines of text apart: a box or a code block inside a paragraph parts it in two, text loose at the top
 * of the story becomes a paragraph, and a paragraph with nothing in it goes.
 */
export const partParagraphs: Transform = (tree) => {
  visitElements(tree, (element) => {
    element.children = element.children.flatMap(partParagraph)
  })
  const blocks = wrapLooseText(tree.children).flatMap(partParagraph)
  tree.children = blocks.flatMap((block): RootContent[] => [block, { type: 'text', value: '\n' }])
}

function partParagraph<Node extends RootContent>(node: Node): (Node | ElementContent)[] {
  if (!isElement(node, 'p')) return [node]
  if (node.children.every(isBlank)) return []
  if (node.children.every(isPhrasing)) return [createLike(node, node.children)]
  return groupPhrasing(node.children).map((group) => (Array.isArray(group) ? createLike(node, group) : group))
}

function createLike(paragraph: Element, children: ElementContent[]): Element {
  return { ...paragraph, children: trimContent(children) }
}

function wrapLooseText(children: Root['children']): Root['children'] {
  const groups = groupPhrasing(children.filter((child) => child.type === 'element' || child.type === 'text'))
  return groups.map(
    (group): RootContent =>
      Array.isArray(group)
        ? { type: 'element', tagName: 'p', properties: {}, children: trimContent(group) }
        : group,
  )
}

/** Runs of text and inline elements together, blocks alone; runs of nothing but white space left out. */
function groupPhrasing(children: ElementContent[]): (ElementContent | ElementContent[])[] {
  const groups: (ElementContent | ElementContent[])[] = []
  for (const child of children) {
    const last = groups.at(-1)
    if (!isPhrasing(child)) groups.push(child)
    else if (Array.isArray(last)) last.push(child)
    else groups.push([child])
  }
  return groups.filter((group) => !Array.isArray(group) || !group.every(isBlank))
}
