import type { ElementContent } from 'hast'
import { createElement, type Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { trimContent } from '../tree/trim-content.ts'
import { type Holder, visitElements } from '../tree/walk-elements.ts'

/** What `[caption]` and `[/caption]` leave in the tree; no browser knows them, and no reader ever gets them. */
export const CAPTION_MARKS = { open: 'caption-open', close: 'caption-close' } as const

/** WordPress's `[caption]<img …> words[/caption]` becomes a figure; `frame-images` makes the words its caption. */
export const encloseCaptions: Transform = (tree, { tags }) => {
  if (tags.length === 0) return
  encloseIn(tree)
  visitElements(tree, encloseIn)
}

function encloseIn(holder: Holder): void {
  const { children } = holder
  for (let start = 0; start < children.length; start += 1) {
    const mark = children[start]
    if (!isElement(mark, CAPTION_MARKS.open)) continue
    const end = children.findIndex((child, index) => index > start && isElement(child, CAPTION_MARKS.close))
    if (end < 0) return
    const inside = children.slice(start + 1, end).flatMap((child) => (isContent(child) ? [child] : []))
    children.splice(start, end - start + 1, createElement('figure', {}, toFigure(inside, mark.children)))
  }
}

/** Pictures and their links first, then the words around them, and those of the tag, as the caption. */
function toFigure(inside: ElementContent[], named: ElementContent[]): ElementContent[] {
  const content = inside.flatMap((child) => (isElement(child, 'p') ? child.children : [child]))
  const shown = content.filter(holdsPicture)
  const words = content.filter((child) => !holdsPicture(child) && !isElement(child, 'br'))
  const space: ElementContent = { type: 'text', value: ' ' }
  const caption = trimContent([...words, ...(named.length > 0 ? [space, ...named] : [])])
  if (shown.length === 0 || caption.length === 0) return [...shown, ...caption]
  return [...shown, createElement('figcaption', {}, caption)]
}

function holdsPicture(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  return /^(?:img|picture|video|svg)$/.test(node.tagName) || node.children.some(holdsPicture)
}

function isContent(child: Holder['children'][number]): child is ElementContent {
  return child.type === 'element' || child.type === 'text'
}
