import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { unified } from 'unified'
import { isNestedTooDeep } from '../check-nesting.ts'
import { findTags } from '../template-tags/find-tags.ts'

const html = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).freeze()
const markdown = remark().use(remarkGfm).data('settings', { bullet: '-', emphasis: '_', rule: '-' }).freeze()

type Node = ReturnType<typeof markdown.parse> | ReturnType<typeof markdown.parse>['children'][number]

/** The HTML of a story's text → the same as Markdown, without any HTML in it. */
export function toMarkdown(text: string): string {
  return markdown.stringify(html.runSync(html.parse(text))).trim()
}

const CAPTION = /\[\/?caption/i

/** Whether a text holds what only its page makes sense of: HTML, template tags, WordPress's captions. */
export function needsRendering(text: string): boolean {
  if (CAPTION.test(text) || !findTags(text).next().done) return true
  if (isNestedTooDeep(text)) return false
  return text.includes('<') && holdsHtml(markdown.parse(text))
}

function holdsHtml(node: Node): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml))
}
