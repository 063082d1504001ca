import { getEnv } from '#lib/config/env.ts'
import type { Author, Page } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import type { Problem } from '#lib/content/problem.ts'
import { toAbsoluteMarkdown } from '#lib/markdown/absolute-markdown.ts'
import { type RenderedMarkdown, renderMarkdown } from '#lib/markdown/render-markdown.ts'
import { BodyPictures, describeBodyPictures } from './body-pictures.ts'
import { getFileUrl } from './file-url.ts'
import type { Index } from './index-state.ts'
import { getIndex } from './open-index.ts'
import { listProblems, putProblems } from './problems.ts'
import { putReference } from './references.ts'
import { SITE_TAG, toListTag, toPostTag } from './tags.ts'

type Text = Pick<Post, 'title' | 'body' | 'bodyLine' | 'language' | 'sourceFile'>

/** The story's body as safe HTML. What had to be left out is listed as a problem of its file. */
export async function renderPost(post: Text & Pick<Post, 'slug'>, now: Date): Promise<RenderedMarkdown> {
  return renderWithPictures(await getIndex(), post, toPostTag(post.slug), now)
}

/** A standing page's body. */
export async function renderPage(page: Page, now: Date): Promise<RenderedMarkdown> {
  return renderWithPictures(await getIndex(), page, SITE_TAG, now)
}

/** An author's biography. */
export async function renderAuthor(author: Author, now: Date): Promise<RenderedMarkdown> {
  const tag = toListTag({ kind: 'author', slug: author.slug })
  return renderWithPictures(await getIndex(), { ...author, title: author.name }, tag, now)
}

/** Which pictures a text names is known once it is rendered; it is rendered again only if they were news. */
async function renderWithPictures(
  index: Index,
  text: Text,
  tag: string,
  now: Date,
): Promise<RenderedMarkdown> {
  const rendered = renderText(index, text, tag, now)
  const hasNews = await describeBodyPictures(index, text.sourceFile)
  return hasNews ? renderText(index, text, tag, now) : rendered
}

/** As `renderPost`, on an index in hand; `tag` names the page that shows the text. */
export function renderText(index: Index, text: Text, tag: string, now: Date): RenderedMarkdown {
  const pictures = new BodyPictures(index, text.sourceFile)
  const rendered = renderMarkdown(text.body, {
    title: text.title,
    language: text.language,
    sourceFile: text.sourceFile,
    siteUrl: getEnv().siteUrl,
    resolveFile: createResolver(index, tag, now),
    describePicture: (url, place) => pictures.describe(url, place),
  })
  pictures.keep()
  reportNotes(index, text, rendered.notes)
  return rendered
}

/** The story's body as Markdown whose links lead somewhere wherever it is read. */
export async function renderMarkdownBody(
  post: Pick<Post, 'slug' | 'body' | 'sourceFile'>,
  now: Date,
): Promise<string> {
  const index = await getIndex()
  return toAbsoluteMarkdown(post.body, {
    sourceFile: post.sourceFile,
    siteUrl: getEnv().siteUrl,
    resolveFile: createResolver(index, toPostTag(post.slug), now),
  })
}

/** Finds the address of a file, noting that what `tag` names asked for it. */
function createResolver(index: Index, tag: string, now: Date): (file: string) => string | null {
  return (file) => {
    putReference(index, file, tag)
    return getFileUrl(index, file, now)
  }
}

/** Rendering happens often, and finds the same each time: only a difference is written. */
function reportNotes(index: Index, text: Text, notes: readonly string[]): void {
  const problems = notes.map((note) => toProblem(text, note))
  const known = listProblems(index, { file: text.sourceFile, step: 'render' })
  if (JSON.stringify(known) !== JSON.stringify(problems))
    putProblems(index, 'render', text.sourceFile, problems)
}

function toProblem(text: Text, note: string): Problem {
  return {
    severity: 'warning',
    file: text.sourceFile,
    line: text.bodyLine,
    field: 'body',
    found: '',
    message: note,
    mend: 'Change it in the text; the rest of the story is shown.',
  }
}
