import type { Nodes, Root } from 'mdast'
import type { Data, Processor } from 'unified'

type ConstructRecord = NonNullable<NonNullable<Data['micromarkExtensions']>[number]['text']>

/**
 * Where GFM might make a link of a bare address. An address that is written as a link already is not one; too many finds
 * cost time, too few would cost a reader the link.
 *
 * Source: https://github.github.com/gfm/#autolinks-extension-
 */
const BARE_ADDRESS = /[\w.+-]@[\w-]|(?:^|[\s(*_[\]~])www\./i
const PROTOCOL = /https?:\/\//gi

/**
 * What the row below a table's head has: a `|`, or where there is one column alone a `:` beside its dashes.
 *
 * Source: https://github.github.com/gfm/#tables-extension-
 */
const TABLE = /\||:-|-:/

/** What every bare address has in it. */
const LEFT_IN_WORDS = /@|www\.|https?:/i

/** micromark's names for the constructs that look for bare addresses, at every letter of a text. */
const BARE_LINK_CONSTRUCT = /^(?:email|protocol|www)Autolink$/

/** Whether a text may hold a bare address, as `https://example.org`, `www.example.org` or `ada@example.org`. */
export function mayHaveBareLinks(markdown: string): boolean {
  if (BARE_ADDRESS.test(markdown)) return true
  for (const { index } of markdown.matchAll(PROTOCOL)) if (!isLinkTarget(markdown, index)) return true
  return false
}

/** `](https://…`, `](<https://…`, `<https://…` and `[label]: https://…`. */
function isLinkTarget(markdown: string, at: number): boolean {
  const before = markdown.charAt(at - 1)
  if (before === '<') return true
  if (before === '(') return markdown.charAt(at - 2) === ']'
  let end = at
  while (/[ \t]/.test(markdown.charAt(end - 1))) end -= 1
  return markdown.slice(Math.max(0, end - 2), end) === ']:'
}

export function mayHaveTables(markdown: string): boolean {
  return TABLE.test(markdown)
}

/**
 * A plugin behind remark-gfm: no bare address is looked for, which is two thirds of a parser's time. What an escape or a
 * link that was not closed leaves in the words, remark-gfm finds there afterwards; where no words hold any, it need not
 * try four patterns on each.
 */
export function ignoreBareLinks(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data()
  for (const { text = {} } of micromarkExtensions) drop(text, (name) => BARE_LINK_CONSTRUCT.test(name))
  for (const extension of fromMarkdownExtensions.flat()) {
    if (extension.enter?.literalAutolink === undefined) continue
    extension.transforms = extension.transforms?.map(
      (transform) => (tree: Root) => (holdsBareLink(tree) ? transform(tree) : undefined),
    )
  }
}

function holdsBareLink(node: Nodes): boolean {
  if (node.type === 'text') return LEFT_IN_WORDS.test(node.value)
  return 'children' in node && node.children.some(holdsBareLink)
}

/** A plugin behind remark-gfm: no line is read as a table's head before it is read as what it is. */
export function ignoreTables(this: Processor): void {
  const { micromarkExtensions = [] } = this.data()
  for (const { flow = {} } of micromarkExtensions) drop(flow, (name) => name === 'table')
}

/** A plugin: lines indented by four spaces are words, as in pages that were scraped with their indentation. */
export function ignoreIndentedCode(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

/** Takes constructs out of the list for each letter, and lists that hold none any more out of the whole. */
function drop(constructs: ConstructRecord, isDropped: (name: string) => boolean): void {
  for (const [code, list] of Object.entries(constructs)) {
    const kept = [list ?? []].flat().filter(({ name = '' }) => !isDropped(name))
    if (kept.length > 0) constructs[code] = kept
    else delete constructs[code]
  }
}
