import type { Element, ElementContent } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SAFE_HTML } from '#lib/markdown/stages/safe-html.ts'
import { OWN, toElement } from './nodes.ts'

const processor = unified()
  .use(rehypeSanitize, SAFE_HTML)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true }, closeSelfClosing: false })
  .freeze()

/** A block that Markdown cannot say, as the safe HTML it is: no blank line in it, so Markdown leaves it alone. */
export function keepBlock(element: Element): ElementContent[] {
  const tree = processor.runSync({ type: 'root', children: [element] })
  const lines = processor.stringify(tree).trim().split('\n')
  const value = lines.map((line) => (line.trim() === '' ? '&#10;' : line)).join('\n')
  return value === '' ? [] : [toElement(OWN.blockHtml, { value })]
}

/** An element within a line: its tags stay, and what is between them is Markdown. */
export function keepInline(element: Element, children: ElementContent[]): ElementContent[] {
  const shell = processor.runSync({ type: 'root', children: [{ ...element, children: [] }] })
  const [start, end = ''] = splitShell(processor.stringify(shell), element.tagName)
  return [toInlineHtml(start), ...children, toInlineHtml(end)]
}

export function toInlineHtml(value: string): Element {
  return toElement(OWN.inlineHtml, { value })
}

function splitShell(html: string, name: string): [string, string] {
  const end = `</${name}>`
  const at = html.lastIndexOf(end)
  return at < 0 ? [html, ''] : [html.slice(0, at), end]
}
