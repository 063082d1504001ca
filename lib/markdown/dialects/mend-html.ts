import type { Html, Nodes, PhrasingContent } from 'mdast'

const ANCHOR = /^<(\/?)a(?=[\s>])[^<>]*>$/i
const CDATA = /^<!\[CDATA\[([\s\S]{0,10000})\]\]>$/
const SUSPECT = /<[a-z/?!]/i

/**
 * What Markdown and HTML read otherwise, in a tree that is about to become HTML: an address within a writer's own `<a>` is its
 * words and no second link, an `<a>` that is never closed ends with its paragraph, `<?php … ?>` goes, of `<![CDATA[…]]>` its
 * words stay, and links, strong words and code that are written as Markdown in a block of HTML are those.
 */
export function mendHtmlNodes(markdown: string, nodes: readonly Nodes[]): void {
  if (SUSPECT.test(markdown)) for (const node of nodes) mendNode(node)
}

function mendNode(node: Nodes): void {
  if (node.type === 'html') node.value = mendWordsIn(mendHtml(node.value))
  if (!('children' in node)) return
  for (const child of node.children) mendNode(child)
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    node.children = closeBlock(node.children)
}

function mendHtml(html: string): string {
  const words = CDATA.exec(html)?.[1]
  return words === undefined ? dropInstructions(html) : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** `<?php … ?>`; one that is not closed is what HTML takes it for. */
function dropInstructions(html: string): string {
  let shown = ''
  let done = 0
  for (let at = html.indexOf('<?'); at !== -1; at = html.indexOf('<?', done)) {
    const end = html.indexOf('?>', at)
    if (end === -1) break
    shown += html.slice(done, at)
    done = end + 2
  }
  return shown + html.slice(done)
}

const PIECE = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*)?>|<[^<>]*>/gi
const CODE = /^(?:pre|code|kbd|samp|script|style|textarea|a|button|svg|math)$/i

/** In what is between the tags of a block of HTML; that of a line of words is a tag alone. */
function mendWordsIn(html: string): string {
  if (!/\]\(|\*\*|`/.test(html)) return html
  let shown = ''
  let done = 0
  let code: string | null = null
  for (const { index, 0: tag, 1: slash = '', 2: name = '' } of html.matchAll(PIECE)) {
    const words = html.slice(done, index)
    shown += (code === null ? writeMarks(words) : words) + tag
    done = index + tag.length
    if (code === null && slash === '' && CODE.test(name)) code = name.toLowerCase()
    else if (slash !== '' && name.toLowerCase() === code) code = null
  }
  const words = html.slice(done)
  return shown + (code === null ? writeMarks(words) : words)
}

const PICTURE = /!\[([^[\]<>"\n]{0,300})\]\(([^\s()<>"]{1,1000})\)/g
const LINK = /\[([^[\]<>\n]{1,300})\]\(((?:https?:\/\/|\/|mailto:)[^\s()<>"]{0,1000})\)/g
const STRONG = /(?<![\p{L}\p{N}*])\*\*([^\s*](?:[^*\n]{0,300}[^\s*])?)\*\*(?![\p{L}\p{N}*])/gu
const QUOTED_CODE = /(?<!`)`([^`\n]{1,200})`(?!`)/g

function writeMarks(words: string): string {
  return words
    .replace(PICTURE, '<img src="$2" alt="$1">')
    .replace(LINK, '<a href="$2">$1</a>')
    .replace(STRONG, '<strong>$1</strong>')
    .replace(QUOTED_CODE, '<code>$1</code>')
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
