import { getLabels } from '#lib/labels/get-labels.ts'
import type { RenderedMarkdown } from '#lib/markdown/render-markdown.ts'
import { escapeHtml } from '#lib/text/entities.ts'

/** Fewer parts than this are found by scrolling. */
const MIN_PARTS = 4

/** The parts of a long story: HTML, as it stands in the text between the picture and the first words. */
export function renderContents(headings: RenderedMarkdown['headings'], language: string): string {
  const parts = headings.filter(({ level }) => level === 2)
  if (parts.length < MIN_PARTS) return ''
  const label = escapeHtml(getLabels(language).contents)
  const links = parts.map(({ id, text }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`)
  return `<nav class="toc-menu" aria-label="${label}"><p class="toc-label caps" lang="${language}">${label}</p><ol>${links.join('')}</ol></nav>`
}
