import type { Element, ElementContent, Root } from 'hast'
import type { Options } from 'hast-util-to-mdast'
import type { Root as MarkdownRoot, RootContent, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options as StringifyOptions } from 'remark-stringify'
import { unified } from 'unified'
import { replaceItems } from '#lib/markdown/tree/replace-items.ts'
import type { StoryBody } from '../story.ts'
import type { Conversion } from './conversion.ts'
import { takeFootnotes, toFootnoteTexts } from './footnotes.ts'
import { simplifyFlow } from './group-paragraphs.ts'
import { getProperty, isElement, OWN, visit } from './nodes.ts'
import { simplifyAll } from './simplify.ts'
import { parseHtml } from './tree/parse-html.ts'
import { toMarkdownTree } from './tree/to-markdown-tree.ts'

export type MarkdownBody = { markdown: string; notes: string[] }

/** Any name of an element within a line, by which a piece of HTML parts no paragraph. */
const IN_LINE = { hName: 'span' }

const handlers: NonNullable<Options['handlers']> = {
  [OWN.inlineHtml]: (_, element) => ({
    type: 'html',
    value: getProperty(element, 'value'),
    data: IN_LINE,
  }),
  [OWN.blockHtml]: (_, element) => ({ type: 'html', value: getProperty(element, 'value') }),
  [OWN.footnote]: (_, element) => {
    const label = getProperty(element, 'label')
    return { type: 'footnoteReference', identifier: label, label }
  },
  [OWN.footnoteText]: (state, element) => {
    const label = getProperty(element, 'label')
    return {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: state.toFlow(state.all(element)),
    }
  },
}

/**
 * Words in which nothing can be a mark of Markdown, wherever they stand: they begin with a letter and hold no sign but those
 * of a sentence. `www.` begins a bare address.
 */
const PLAIN_WORDS = /^[ ]?\p{L}[\p{L}\p{M}\p{N} ,.;?’‘“”–—…%/]*$/u
const BARE_ADDRESS = /w\./i

/** As the writer's own, which tries forty patterns on each text, but for words that need none of them. */
const writeText: NonNullable<StringifyOptions['handlers']>['text'] = (node: Text, _parent, state, info) => {
  const { value } = node
  const isEdge =
    (value.startsWith(' ') && /[\r\n]$/.test(info.before)) ||
    (value.endsWith(' ') && /^[\r\n]/.test(info.after))
  return !isEdge && PLAIN_WORDS.test(value) && !BARE_ADDRESS.test(value) ? value : state.safe(value, info)
}

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    handlers: { text: writeText },
  })
  .freeze()

/**
 * A body of HTML → Markdown, with what Markdown cannot say as safe HTML. A text nested too deeply, or too long, stays
 * the HTML it is, which a note says; the site shows what is safe in it.
 */
export function toMarkdown(
  body: StoryBody,
  tree: Root | null,
  { origin, moved }: Pick<Conversion, 'origin' | 'moved'>,
): MarkdownBody {
  if (tree === null) return keepAsHtml(body, 'it is too long or nested too deeply to be made Markdown of')
  try {
    return convert(body, tree, { origin, moved })
  } catch (error) {
    if (error instanceof RangeError) return keepAsHtml(body, 'it is nested too deeply to be made Markdown of')
    throw error
  }
}

function convert(
  body: StoryBody,
  tree: Root,
  { origin, moved }: Pick<Conversion, 'origin' | 'moved'>,
): MarkdownBody {
  const own = takeFootnotes(tree)
  const kept = body.footnotes.map(({ id, html }): [string, ElementContent[]] => [
    id,
    listContent(parseNote(html)),
  ])
  const footnotes = new Map([...own, ...kept])
  const labels = new Map(Array.from(footnotes.keys(), (id, index) => [id, String(index + 1)]))
  const conversion: Conversion = {
    origin,
    lineBreaks: body.lineBreaks,
    moved,
    targets: listTargets(tree),
    footnotes: labels,
    notes: new Set(),
    open: new Set(),
    simplifyAll,
  }
  const texts = Array.from(footnotes, ([id, children]): [string, ElementContent[]] => [
    id,
    simplifyFlow(children, conversion),
  ])
  const children = [...simplifyFlow(listContent(tree), conversion), ...toFootnoteTexts(texts)]
  const simple: Root = { type: 'root', children: relabel(children, labels) }
  const markdown = toMarkdownTree(simple, handlers)
  protectBraces(markdown)
  return { markdown: writer.stringify(markdown), notes: [...conversion.notes] }
}

/** A body as the HTML it is, for one that cannot be converted: the site shows what is safe in it. */
export function keepAsHtml({ text }: StoryBody, reason: string): MarkdownBody {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { markdown: `${lines.join('\n')}\n`, notes: [`its text stays HTML: ${reason}`] }
}

function parseNote(html: string): Root {
  const tree = parseHtml(html)
  if (tree === null) throw new RangeError('A footnote is too long or nested too deeply')
  return tree
}

function listContent(tree: Root): ElementContent[] {
  return tree.children.filter((child) => child.type !== 'doctype')
}

/** Ids that a link in the same text leads to. */
function listTargets(tree: Root): Set<string> {
  const targets = new Set<string>()
  visit(tree, (element) => {
    const href = getProperty(element, 'href')
    if (element.tagName === 'a' && href.startsWith('#') && href.length > 1) targets.add(href.slice(1))
    return true
  })
  return targets
}

/** Footnotes are numbered in the order of their texts: ids of other programs say nothing to a writer. */
function relabel(nodes: ElementContent[], labels: ReadonlyMap<string, string>): ElementContent[] {
  const rename = (element: Element) => {
    const label = labels.get(getProperty(element, 'label'))
    if (label !== undefined) element.properties = { label }
  }
  const holder: Element = { type: 'element', tagName: 'div', properties: {}, children: nodes }
  visit(holder, (element) => {
    if (isElement(element, OWN.footnote, OWN.footnoteText)) rename(element)
    return true
  })
  return nodes
}

/** What begins a template tag or a list of attributes. */
const MARK = /\{[{%:.#]/

/** `{{`, `{%` and `{.small}` in a text are text. */
function protectBraces(parent: MarkdownRoot | Extract<RootContent, { children: unknown }>): void {
  const children: RootContent[] = parent.children
  const parted = children.flatMap((node): RootContent[] => {
    if ('children' in node) protectBraces(node)
    if (node.type !== 'text' || !MARK.test(node.value)) return [node]
    const parts = node.value.split(/(\{)(?=[{%:.#])/).filter((part) => part !== '')
    return parts.map((part) =>
      part === '{' ? { type: 'html', value: '&#123;' } : { type: 'text', value: part },
    )
  })
  replaceItems(children, parted)
}
