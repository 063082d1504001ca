import type { Html, Nodes, Text } from 'mdast'

/** Brackets and braces that a writer says are none. */
const ESCAPED = /\\[[\]{]|&#(?:91|93|123);/
/** Where what is escaped would else be read as a label (`[1][2]`) or as a list of attributes (`{.small}`). */
const SEAM = /(?<=\])(?=\[)|(?<=\{)/

/** Nothing that is shown; later stages look for marks within one text. */
const BARRIER: Html = { type: 'html', value: '<!---->' }

/**
 * Parts texts whose brackets or braces are escaped, so that stages which see no escapes take them for no marks.
 *
 * @param blocks the nodes of a text, and from where in it their offsets count
 */
export function keepEscapes(markdown: string, blocks: readonly { node: Nodes; start: number }[]): void {
  if (ESCAPED.test(markdown)) for (const { node, start } of blocks) partTexts(node, markdown, start)
}

function partTexts(parent: Nodes, markdown: string, start: number): void {
  if (!('children' in parent)) return
  const children: Nodes[] = parent.children
  for (const child of children.splice(0)) {
    partTexts(child, markdown, start)
    for (const part of child.type === 'text' ? partText(child, markdown, start) : [child]) children.push(part)
  }
}

function partText(node: Text, markdown: string, start: number): Nodes[] {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? 0
  if (!ESCAPED.test(markdown.slice(start + from, start + to))) return [node]
  return node.value
    .split(SEAM)
    .flatMap((value, at) => (at === 0 ? [{ ...node, value }] : [BARRIER, { ...node, value }]))
}
