import type { ElementContent } from 'hast'
import type { StoryBody } from '../story.ts'
import type { Conversion } from './conversion.ts'
import { isBlank, isBlock, isElement, toElement, toTextNode } from './nodes.ts'

type LineBreaks = StoryBody['lineBreaks']
type Token = ElementContent | 'line' | 'paragraph'

/**
 * Puts text that stands between blocks into paragraphs: they end at two line breaks (`<br><br>`), and where
 * `lineBreaks` is `paragraphs` at a blank line, as WordPress's classic editor prints it.
 */
export function groupParagraphs(
  children: readonly ElementContent[],
  lineBreaks: LineBreaks,
): ElementContent[] {
  const grouped: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    for (const part of splitRun(run, lineBreaks)) grouped.push(toElement('p', {}, part))
    run = []
  }
  for (const child of children) {
    if (!isBlock(child)) run.push(child)
    else {
      flush()
      grouped.push(child)
    }
  }
  flush()
  return grouped
}

/** What holds blocks, simplified: text between them becomes paragraphs. */
export function simplifyFlow(children: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  return groupParagraphs(conversion.simplifyAll(children, conversion), conversion.lineBreaks)
}

/** Text within one paragraph → its paragraphs, each trimmed and not empty. */
export function splitRun(run: readonly ElementContent[], lineBreaks: LineBreaks): ElementContent[][] {
  const parts: ElementContent[][] = []
  let part: ElementContent[] = []
  let breaks = 0
  const finish = () => {
    const trimmed = trim(part)
    if (trimmed.length > 0) parts.push(trimmed)
    part = []
    breaks = 0
  }
  for (const token of run.flatMap((node) => toTokens(node, lineBreaks))) {
    if (token === 'paragraph') finish()
    else if (token === 'line') breaks += 1
    else if (breaks > 0 && isBlank(token)) continue
    else {
      if (breaks > 1) finish()
      else if (breaks === 1 && part.length > 0) part.push(toElement('br', {}))
      breaks = 0
      part.push(token)
    }
  }
  finish()
  return parts
}

function toTokens(node: ElementContent, lineBreaks: LineBreaks): Token[] {
  if (isElement(node, 'br')) return ['line']
  if (lineBreaks === 'spaces') return [node]
  if (node.type === 'text') return toLines(node.value)
  return isElement(node) && !isElement(node, 'code', 'pre') ? [breakLines(node)] : [node]
}

function toLines(text: string): Token[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index): Token[] => {
    const isInner = index > 0 && index < lines.length - 1
    const shown: Token[] = line === '' ? [] : [toTextNode(line)]
    if (isInner && line.trim() === '') return ['paragraph']
    return index === 0 ? shown : ['line', ...shown]
  })
}

/** Within a link or emphasis a line's end is a break, and never a paragraph's end. */
function breakLines<Node extends ElementContent>(node: Node): Node {
  if (!isElement(node)) return node
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [breakLines(child)]
    const lines = child.value.split('\n')
    return lines.flatMap((line, index) =>
      index === 0 ? [toTextNode(line)] : [toElement('br', {}), toTextNode(line)],
    )
  })
  return { ...node, children }
}

function trim(nodes: ElementContent[]): ElementContent[] {
  const isEdge = (node: ElementContent | undefined) =>
    node !== undefined && (isBlank(node) || isElement(node, 'br'))
  let start = 0
  let end = nodes.length
  while (start < end && isEdge(nodes[start])) start += 1
  while (end > start && isEdge(nodes[end - 1])) end -= 1
  return nodes.slice(start, end)
}
