import type { Element, Root, RootContent } from 'hast'
import { replaceItems } from '#lib/markdown/tree/replace-items.ts'
import { getSource } from '../figures.ts'
import { isBlank, isElement } from '../nodes.ts'

type Parent = Element | Root

/**
 * A picture that a script loads later stands twice in the text: as a place for the script, and within `<noscript>`. One of
 * them stays, that which says where the picture is. The tree is changed in place.
 */
export function dropDoubledPictures(tree: Root, origin: string | null): void {
  const open: Parent[] = [tree]
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (parent.children.some((child) => isElement(child, 'noscript'))) dropWithin(parent, origin)
    for (const child of parent.children) if (child.type === 'element') open.push(child)
  }
}

function dropWithin(parent: Parent, origin: string | null): void {
  const nodes = parent.children.filter((node) => !isBlank(node))
  const dropped = new Set<RootContent>()
  for (const [at, node] of nodes.entries()) {
    if (!isElement(node, 'noscript') || !holdsPicturesAlone(node)) continue
    const beside = [nodes[at - 1], nodes[at + 1]].find(
      (other) => isElement(other, 'img') && !dropped.has(other),
    )
    if (!isElement(beside)) continue
    const src = getSource(beside, origin)
    dropped.add(src === null || src.startsWith('data:') ? beside : node)
  }
  const kept: RootContent[] = parent.children.filter((node) => !dropped.has(node))
  const children: RootContent[] = parent.children
  replaceItems(children, kept)
}

function holdsPicturesAlone(element: Element): boolean {
  const shown = element.children.filter((node) => !isBlank(node))
  return shown.length > 0 && shown.every((node) => isElement(node, 'img'))
}
