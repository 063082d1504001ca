import { findExcess } from './check-limits.ts'
import { isHtmlNestedTooDeep, isNestedTooDeep } from './check-nesting.ts'
import { mendBlocks } from './dialects/mend-blocks.ts'
import { mendIndents } from './dialects/mend-indents.ts'
import { mendLines } from './dialects/mend-lines.ts'
import { htmlToSafeHtml, markdownToHtml } from './pipeline.ts'
import { renderPlainText } from './plain-text.ts'
import { type MarkdownContext, type RenderedMarkdown, Rendering } from './rendering.ts'
import { protectTags } from './template-tags/template-tags.ts'

export type { MarkdownContext, RenderedMarkdown } from './rendering.ts'

const TOO_DEEP = 'its blocks are nested too deep'

/**
 * Renders a post's body. The HTML is safe to put into a page whatever the Markdown says.
 *
 * Never throws: a text no stage can make sense of is shown as plain paragraphs, and `notes` says so.
 */
export function renderMarkdown(markdown: string, context: MarkdownContext): RenderedMarkdown {
  try {
    return runPipeline(markdown, context)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { html: renderPlainText(markdown), headings: [], notes: [`Shown as plain text: ${reason}`] }
  }
}

function runPipeline(markdown: string, context: MarkdownContext): RenderedMarkdown {
  if (isNestedTooDeep(markdown)) throw new RangeError(TOO_DEEP)
  const excess = findExcess(markdown)
  if (excess !== null) throw new RangeError(excess)
  const mended = context.hasIndentedCode === false ? markdown : mendIndents(markdown)
  const protectedText = protectTags(mendBlocks(mendLines(mended)))
  const rendering = new Rendering(context, protectedText.tags, protectedText.marker)
  const raw = markdownToHtml(protectedText.markdown, context.hasIndentedCode)
  if (isHtmlNestedTooDeep(raw)) throw new RangeError(TOO_DEEP)
  const html = String(htmlToSafeHtml.processSync({ value: raw, data: { rendering } })).trim()
  return { html, headings: rendering.headings, notes: [...rendering.notes] }
}
