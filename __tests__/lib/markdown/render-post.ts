import { type MarkdownContext, type RenderedMarkdown, renderMarkdown } from '#lib/markdown/render-markdown.ts'

const liveFiles = new Map([
  ['posts/2014/other.md', '/posts/other'],
  ['posts/harbour.md', '/posts/harbour'],
  ['posts/2014-06-30-regatta.md', '/posts/regatta'],
  ['pages/about.md', '/about'],
])

/** Renders Markdown as the body of `posts/2014/trip.md` on https://saltmarsh-quay.example. */
export function renderPost(markdown: string, context: Partial<MarkdownContext> = {}): RenderedMarkdown {
  return renderMarkdown(markdown, {
    sourceFile: 'posts/2014/trip.md',
    title: 'A trip to Saltmarsh Quay',
    language: 'en',
    siteUrl: 'https://saltmarsh-quay.example',
    resolveFile: (file) => liveFiles.get(file) ?? null,
    ...context,
  })
}
