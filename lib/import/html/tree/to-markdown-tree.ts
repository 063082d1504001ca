import type { Root } from 'hast'
import { type Options, toMdast } from 'hast-util-to-mdast'
import type { Root as MarkdownRoot, RootContent } from 'mdast'
import { replaceItems } from '#lib/markdown/tree/replace-items.ts'
import { trimEndOf } from '#lib/text/trim.ts'
import { toElement } from '../nodes.ts'
import { minifySpaces } from './minify-spaces.ts'

type Parent = MarkdownRoot | Extract<RootContent, { children: unknown }>
type Handlers = NonNullable<Options['handlers']>

/** The element in whose place the whole tree is converted. */
const PLACE = 'x-place'

/**
 * A simplified body → a tree of Markdown, by the handlers of `hast-util-to-mdast` and ours. The tree is changed in place. The
 * package's own way there clones the tree and walks it three times, which took a fifth of the time of an import: it is given
 * one empty element, in whose place the handlers convert the tree.
 */
export function toMarkdownTree(tree: Root, handlers: Handlers): MarkdownRoot {
  minifySpaces(tree)
  const root: MarkdownRoot = { type: 'root', children: [] }
  const place: Handlers[string] = (state) => {
    root.children = state.toFlow(state.all(tree))
    return undefined
  }
  toMdast(toElement(PLACE, {}), { document: true, handlers: { ...handlers, [PLACE]: place } })
  joinTexts(root)
  return root
}

/** Texts beside one another become one, and those of a line lose the spaces at its edges; empty ones go. */
function joinTexts(parent: Parent): void {
  const joined: RootContent[] = []
  for (const node of parent.children) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else joined.push(node)
  }
  const isLine = /^(?:root|paragraph|heading)$/.test(parent.type)
  const kept = joined.filter((node, at) => {
    if ('children' in node) joinTexts(node)
    if (node.type !== 'text') return true
    node.value = trimText(node.value, isLine && at === 0, isLine && at === joined.length - 1)
    return node.value !== ''
  })
  const children: RootContent[] = parent.children
  replaceItems(children, kept)
}

function trimText(text: string, isFirst: boolean, isLast: boolean): string {
  const begun = isFirst ? text.replace(/^[\t ]+/, '') : text
  return isLast ? trimEndOf(begun, /[\t ]/) : begun
}
