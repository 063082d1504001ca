import type { Element, ElementContent } from 'hast'
import { toTextNode } from './nodes.ts'

const SPACES = ' \t\n\f\r'

/** Emphasis with the white space at its edges outside of it, as Markdown's marks want it; none is left of one without words. */
export function hoistSpaces(emphasis: Element): ElementContent[] {
  const before = takeEdge(emphasis.children, 'start')
  const after = takeEdge(emphasis.children, 'end')
  return emphasis.children.length === 0 ? [...before, ...after] : [...before, emphasis, ...after]
}

/** Takes the white space that a run of children begins or ends with out of it. */
function takeEdge(children: ElementContent[], edge: 'start' | 'end'): ElementContent[] {
  const node = edge === 'start' ? children[0] : children.at(-1)
  if (node?.type !== 'text') return []
  const [space, rest] = edge === 'start' ? splitStart(node.value) : splitEnd(node.value)
  if (space === '') return []
  if (rest !== '') node.value = rest
  else if (edge === 'start') children.shift()
  else children.pop()
  return [toTextNode(space)]
}

function splitStart(text: string): [string, string] {
  let at = 0
  while (at < text.length && SPACES.includes(text.charAt(at))) at += 1
  return [text.slice(0, at), text.slice(at)]
}

function splitEnd(text: string): [string, string] {
  let at = text.length
  while (at > 0 && SPACES.includes(text.charAt(at - 1))) at -= 1
  return [text.slice(at), text.slice(0, at)]
}
