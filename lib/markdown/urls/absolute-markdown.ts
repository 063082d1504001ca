import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { isLoopback } from '#lib/text/addresses/host-address.ts'
import { completeAddress } from '../bare-address.ts'
import { findExcess } from '../check-limits.ts'
import { isNestedTooDeep } from '../check-nesting.ts'
import { dropHidden } from '../drop-hidden.ts'
import { parseInParts } from '../parse-in-parts.ts'
import { dropComments } from '../plain-text.ts'
import type { MarkdownContext } from '../rendering.ts'
import { findContentUrl, isMarkdownFile } from './find-content-url.ts'
import { resolveMediaUrl } from './media-url.ts'
import { resolveAddress } from './resolve-address.ts'
import { parseWebUrl } from './web-url.ts'

/** What may begin a comment, a tag or an element that is not shown. */
const MAY_HIDE = /<[!a-z]|\{[{%]|\[\/?[a-z]/i
const markdown = remark().use(remarkGfm).freeze()

type MarkdownRoot = ReturnType<typeof markdown.parse>
type MarkdownNode = MarkdownRoot['children'][number]
type Addressed = Extract<MarkdownNode, { type: 'link' | 'image' | 'definition' }>
type Edit = { start: number; end: number; url: string }
type Context = Pick<MarkdownContext, 'sourceFile' | 'siteUrl' | 'resolveFile' | 'resolveAddress'>

/**
 * A post's Markdown without what its page leaves out, with whole addresses in place of those that only mean something in
 * its folder.
 */
export function toAbsoluteMarkdown(written: string, context: Context): string {
  if (isNestedTooDeep(written) || findExcess(written) !== null) return dropComments(written)
  const parse = (part: string) => markdown.parse(part)
  const text = MAY_HIDE.test(written) ? dropHidden(written, context, parse) : written
  const edits: Edit[] = []
  for (const { node: block, start } of parseInParts(text, parse))
    for (const node of listAddressed(block)) {
      const url = resolve(node, context)
      const position = url === null ? null : findAddress(text, node, start)
      if (position !== null && url !== null) edits.push({ ...position, url })
    }
  return applyEdits(text, edits)
}

function applyEdits(text: string, edits: Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, url } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    pieces.push(text.slice(done, start), url)
    done = end
  }
  return pieces.join('') + text.slice(done)
}

function listAddressed(holder: MarkdownNode): Addressed[] {
  const own = isAddressed(holder) ? [holder] : []
  return 'children' in holder ? [...own, ...holder.children.flatMap(listAddressed)] : own
}

function isAddressed(node: MarkdownNode): node is Addressed {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition'
}

function resolve({ type, url }: Addressed, context: Context): string | null {
  const path = type === 'image' ? resolveMedia(url, context) : resolveLink(url, context)
  return path === null ? null : (URL.parse(path, context.siteUrl)?.href ?? null)
}

function resolveMedia(url: string, { sourceFile }: Context): string | null {
  const { kind } = parseWebUrl(url)
  return kind === 'root' || kind === 'relative' ? resolveMediaUrl(url, sourceFile) : null
}

/** As on the story's page. A text that is not live has no address. */
function resolveLink(url: string, context: Context): string | null {
  const written = parseWebUrl(url)
  switch (written.kind) {
    case 'web':
      return written.url.host === URL.parse(context.siteUrl)?.host || isLoopback(written.url.hostname)
        ? resolveAddress(written.url.pathname, written.url.search + written.url.hash, context)
        : null
    case 'root':
      return resolveRoot(written.path, written.suffix, context)
    case 'relative':
      return resolveRelative(written.path, written.suffix, context)
    default:
      return null
  }
}

function resolveRoot(path: string, suffix: string, context: Context): string | null {
  if (isMarkdownFile(path)) return appendTo(findContentUrl(path, context), suffix)
  return resolveAddress(path, suffix, context) ?? path + suffix
}

function resolveRelative(path: string, suffix: string, context: Context): string | null {
  const page = path === '' ? null : findContentUrl(path, context)
  if (page !== null || isMarkdownFile(path)) return appendTo(page, suffix)
  return appendTo(completeAddress(path) ?? resolveMediaUrl(path, context.sourceFile), suffix)
}

function appendTo(path: string | null, suffix: string): string | null {
  return path === null ? null : path + suffix
}

/** Where in the text the address of a node is written; null where it is written with escapes. */
function findAddress(text: string, { position, url }: Addressed, offset: number): Omit<Edit, 'url'> | null {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined) return null
  const at = text.slice(offset + from, offset + to).lastIndexOf(url)
  return at === -1 ? null : { start: offset + from + at, end: offset + from + at + url.length }
}
