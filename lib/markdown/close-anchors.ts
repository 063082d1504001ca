import type { Html, Nodes, PhrasingContent } from 'mdast'

const ANCHOR = /^<(\/?)a(?=[\s>])[^<>]*>$/i
const INSTRUCTION = /<\?[^?]{0,10000}\?>/g
const CDATA = /^<!\[CDATA\[([\s\S]{0,10000})\]\]>$/
const SUSPECT = /<a[\s>]|<\?|<!\[CDATA/i

/**
 * What Markdown and HTML read otherwise, in a tree that is about to become HTML: an address within a writer's own `<a>` is its
 * words and no second link, an `<a>` that is never closed ends with its paragraph, `<?php … ?>` goes and of `<![CDATA[…]]>` its
 * words stay.
 */
export function closeAnchors(markdown: string, nodes: readonly Nodes[]): void {
  if (SUSPECT.test(markdown)) for (const node of nodes) mendNode(node)
}

function mendNode(node: Nodes): void {
  if (node.type === 'html') node.value = mendHtml(node.value)
  if (!('children' in node)) return
  for (const child of node.children) mendNode(child)
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    node.children = closeBlock(node.children)
}

function mendHtml(html: string): string {
  const words = CDATA.exec(html)?.[1]
  return words === undefined
    ? html.replace(INSTRUCTION, '')
    : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function closeBlock(children: PhrasingContent[]): PhrasingContent[] {
  const state = { isOpen: false }
  const shown = closeIn(children, state)
  return state.isOpen ? [...shown, CLOSING] : shown
}

/** An anchor may begin within emphasis and hold some. */
function closeIn(children: PhrasingContent[], state: { isOpen: boolean }): PhrasingContent[] {
  return children.flatMap((child) => {
    const slash = child.type === 'html' ? ANCHOR.exec(child.value)?.[1] : undefined
    if (slash !== undefined) {
      const isSecond = state.isOpen && slash === ''
      state.isOpen = slash === ''
      return isSecond ? [CLOSING, child] : [child]
    }
    if (child.type === 'link' && state.isOpen) return closeIn(child.children, state)
    if ('children' in child) child.children = closeIn(child.children, state)
    return [child]
  })
}

const CLOSING: Html = { type: 'html', value: '</a>' }
