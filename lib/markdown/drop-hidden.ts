import type { ElementContent } from 'hast'
import type { Nodes, Root } from 'mdast'
import { parseInParts } from './parse-in-parts.ts'
import { type MarkdownContext, Rendering } from './rendering.ts'
import { DROPPED_ELEMENTS } from './stages/safe-html.ts'
import { renderTag, renderTagUrl } from './template-tags/render-tag.ts'
import type { TemplateTag } from './template-tags/template-tag.ts'
import { protectTags } from './template-tags/template-tags.ts'

type Context = Pick<MarkdownContext, 'sourceFile' | 'siteUrl' | 'resolveFile'>
type Span = { start: number; end: number }

const HIDDEN = new RegExp(`<!--|<(?:${DROPPED_ELEMENTS.join('|')})(?=[\\s/>])`, 'gi')
const URL_BEFORE = /\]\(<?[^\s()<>]*$/

/** How far the beginning of an address is looked for before a tag in it. */
const MAX_ADDRESS = 500

/**
 * Markdown without what its page leaves out: comments, scripts and the like go, and a template tag gives way to the words
 * and links the page shows for it. Code stays as it is written.
 */
export function dropHidden(text: string, context: Context, parse: (part: string) => Root): string {
  const { markdown, tags, marker } = protectTags(text)
  const rendering = new Rendering({ ...context, title: '', language: 'en' }, tags, marker)
  const code = parseInParts(markdown, parse).flatMap(({ node, start }) => listCode(node, start))
  let shown = ''
  let done = 0
  for (const span of [...code, { start: markdown.length, end: markdown.length }]) {
    if (span.start < done) continue
    const outside = dropElements(markdown, done, span.start)
    shown += replaceMarkers(outside.text, rendering, (tag, before) => toMarkdown(tag, before, rendering))
    if (rendering.isCut) break
    const start = Math.max(span.start, outside.end)
    shown += replaceMarkers(markdown.slice(start, Math.max(start, span.end)), rendering, ({ raw }) => raw)
    done = Math.max(start, span.end)
  }
  return shown.trimEnd()
}

function listCode(node: Nodes, offset: number): Span[] {
  if (node.type === 'code' || node.type === 'inlineCode') {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return []
    return [{ start: offset + start.offset, end: offset + end.offset }]
  }
  return 'children' in node ? node.children.flatMap((child) => listCode(child, offset)) : []
}

/** The part of a text without comments and dropped elements; `end` is beyond it where one of these goes on. */
function dropElements(text: string, start: number, until: number): { text: string; end: number } {
  let kept = ''
  let done = start
  HIDDEN.lastIndex = start
  for (let match = HIDDEN.exec(text); match !== null && match.index < until; match = HIDDEN.exec(text)) {
    kept += text.slice(done, match.index)
    done = findEnd(text, match.index, match[0])
    HIDDEN.lastIndex = done
  }
  return { text: kept + text.slice(done, Math.max(done, until)), end: Math.max(done, until) }
}

function findEnd(text: string, at: number, opening: string): number {
  const closing = opening === '<!--' ? '-->' : `</${opening.slice(1).toLowerCase()}`
  const found = opening === '<!--' ? text.indexOf(closing, at) : indexOfIgnoringCase(text, closing, at)
  if (found === -1) return text.length
  return opening === '<!--' ? found + closing.length : text.indexOf('>', found) + 1 || text.length
}

function indexOfIgnoringCase(text: string, sought: string, from: number): number {
  for (let at = text.indexOf('</', from); at !== -1; at = text.indexOf('</', at + 2))
    if (text.slice(at, at + sought.length).toLowerCase() === sought) return at
  return -1
}

function replaceMarkers(
  text: string,
  { marker, tags }: Rendering,
  show: (tag: TemplateTag, before: string) => string,
): string {
  let shown = ''
  let done = 0
  for (const { index, 0: written, 1: number } of text.matchAll(marker)) {
    const tag = tags[Number(number)]
    const { before = false, after = false } = tag?.padding ?? {}
    shown += text.slice(done, Math.max(done, index - (before ? 1 : 0)))
    done = index + written.length + (after ? 1 : 0)
    if (tag?.kind === 'cut' && show(tag, shown) === '') return shown
    if (tag !== undefined) shown += show(tag, shown.slice(-MAX_ADDRESS))
  }
  return shown + text.slice(done)
}

function toMarkdown(tag: TemplateTag, before: string, rendering: Rendering): string {
  if (tag.kind === 'text') return tag.raw
  if (tag.kind === 'cut') {
    rendering.isCut = true
    return ''
  }
  if (URL_BEFORE.test(before)) return renderTagUrl(tag, rendering)
  return renderTag(tag, rendering).map(writeNode).join('')
}

/** What tags become, as Markdown: links, pictures, code, words. */
function writeNode(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const words = node.children.map(writeNode).join('')
  const { href, src, alt } = node.properties
  if (node.tagName === 'a' && href !== undefined) return words === href ? `<${href}>` : `[${words}](${href})`
  if (node.tagName === 'pre') return `\n\`\`\`\n${words}\`\`\`\n`
  return src === undefined ? words : `![${alt ?? ''}](${src})`
}
