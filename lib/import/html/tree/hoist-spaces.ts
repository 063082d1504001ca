import type { Element, ElementContent } from 'hast'
import { isElement, toTextNode } from '../nodes.ts'

const WORDS = /[^ \t\n\f\r]/
const SPACES = ' \t\n\f\r'

/**
 * Emphasis with the white space and line breaks at its edges outside of it, as Markdown's marks hold words; nothing else is left
 * of one without words.
 */
export function hoistSpaces(emphasis: Element): ElementContent[] {
  const nodes = emphasis.children
  const first = nodes.findIndex((node) => !isSpace(node))
  if (first < 0) return nodes
  const last = nodes.findLastIndex((node) => !isSpace(node))
  const inner = nodes.slice(first, last + 1)
  const before = takeEdge(inner, 0, countStart)
  const after = takeEdge(inner, inner.length - 1, (text) => countEnd(text) - text.length)
  emphasis.children = inner
  return [...nodes.slice(0, first), ...before, emphasis, ...after, ...nodes.slice(last + 1)]
}

function isSpace(node: ElementContent): boolean {
  return isElement(node, 'br') || (node.type === 'text' && !WORDS.test(node.value))
}

/** Takes the white space off one end of a text: so many characters, counted from the end where the number is negative. */
function takeEdge(nodes: ElementContent[], at: number, measure: (text: string) => number): ElementContent[] {
  const node = nodes[at]
  const length = node?.type === 'text' ? measure(node.value) : 0
  if (node?.type !== 'text' || length === 0) return []
  const [words, space] =
    length > 0
      ? [node.value.slice(length), node.value.slice(0, length)]
      : [node.value.slice(0, length), node.value.slice(length)]
  nodes[at] = toTextNode(words)
  return [toTextNode(space)]
}

/** Where the words of a text begin. */
function countStart(text: string): number {
  let at = 0
  while (at < text.length && SPACES.includes(text.charAt(at))) at += 1
  return at
}

/** Where the words of a text end. */
function countEnd(text: string): number {
  let at = text.length
  while (at > 0 && SPACES.includes(text.charAt(at - 1))) at -= 1
  return at
}
