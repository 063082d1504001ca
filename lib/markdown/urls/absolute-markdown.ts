import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { isBlockTooLarge, isNestedTooDeep } from '../check-nesting.ts'
import type { MarkdownContext } from '../rendering.ts'
import { findContentUrl, isMarkdownFile } from './find-content-url.ts'
import { resolveMediaUrl } from './media-url.ts'
import { parseWebUrl } from './web-url.ts'

const markdown = remark().use(remarkGfm).freeze()

type MarkdownRoot = ReturnType<typeof markdown.parse>
type MarkdownNode = MarkdownRoot['children'][number]
type Addressed = Extract<MarkdownNode, { type: 'link' | 'image' | 'definition' }>
type Context = Pick<MarkdownContext, 'sourceFile' | 'siteUrl' | 'resolveFile'>

/** A post's Markdown as it stands, with whole addresses in place of those that only mean something in its folder. */
export function toAbsoluteMarkdown(text: string, context: Context): string {
  if (isNestedTooDeep(text) || isBlockTooLarge(text)) return text
  const edits: { start: number; end: number; url: string }[] = []
  for (const node of listAddressed(markdown.parse(text))) {
    const url = resolve(node, context)
    const position = url === null ? null : findAddress(text, node)
    if (position !== null && url !== null) edits.push({ ...position, url })
  }
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, url }) => result.slice(0, start) + url + result.slice(end), text)
}

function listAddressed(holder: MarkdownRoot | MarkdownNode): Addressed[] {
  const own = isAddressed(holder) ? [holder] : []
  return 'children' in holder ? [...own, ...holder.children.flatMap(listAddressed)] : own
}

function isAddressed(node: MarkdownRoot | MarkdownNode): node is Addressed {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition'
}

function resolve({ type, url }: Addressed, context: Context): string | null {
  const written = parseWebUrl(url)
  if (written.kind !== 'root' && written.kind !== 'relative') return null
  const page = type === 'image' || written.path === '' ? null : findContentUrl(written.path, context)
  const path = page === null ? resolveFile(url, written.path, context) : page + written.suffix
  return path === null ? null : (URL.parse(path, context.siteUrl)?.href ?? null)
}

/** A picture or document; a text that is not live has no address. */
function resolveFile(url: string, path: string, { sourceFile }: Context): string | null {
  return isMarkdownFile(path) ? null : resolveMediaUrl(url, sourceFile)
}

/** Where in the text the address of a node is written; null where it is written with escapes. */
function findAddress(text: string, node: Addressed): { start: number; end: number } | null {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return null
  const at = text.slice(from, to).lastIndexOf(node.url)
  return at === -1 ? null : { start: from + at, end: from + at + node.url.length }
}
