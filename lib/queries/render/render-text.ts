import { isTaskFailure, type TaskFailure } from '#lib/concurrency/task-failure.ts'
import { getEnv } from '#lib/config/env.ts'
import type { Author, Page } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { RenderedMarkdown } from '#lib/markdown/render-markdown.ts'
import { describePictures } from '#lib/pictures/registry/describe-pictures.ts'
import { getPictureState } from '#lib/pictures/registry/pictures.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { SITE_TAG, toListTag, toPostTag } from '#lib/routes/cache-tags.ts'
import { keepRendering } from '#lib/sync/keep-rendering.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import type { MoreLink, RenderedText } from './render-jobs.ts'
import { runInWorker } from './render-pool.ts'
import type { Rendering } from './rendering-schema.ts'

export type RenderableText = RenderedText & Pick<Post, 'bodyLine'> & { slug?: string | undefined }

/** The story's body as safe HTML. What had to be left out is listed as a problem of its file. */
export async function renderPost(
  post: RenderableText & Pick<Post, 'slug'>,
  now: Date,
): Promise<RenderedMarkdown> {
  return renderWithPictures(await getIndex(), post, toPostTag(post.slug), now)
}

/** A standing page's body. */
export async function renderPage(page: Page, now: Date): Promise<RenderedMarkdown> {
  return renderWithPictures(await getIndex(), { ...page, slug: undefined }, SITE_TAG, now)
}

/** An author's biography. */
export async function renderAuthor(author: Author, now: Date): Promise<RenderedMarkdown> {
  const tag = toListTag({ kind: 'author', slug: author.slug })
  return renderWithPictures(await getIndex(), { ...author, slug: undefined, title: author.name }, tag, now)
}

/** What a page shows may change while it is rendered; it is rendered again, but not for ever. */
export const MAX_ATTEMPTS = 3

/** Which pictures a text names is known once it is rendered; it is rendered again if something about them was new. */
async function renderWithPictures(
  index: Index,
  text: RenderableText,
  tag: string,
  now: Date,
): Promise<RenderedMarkdown> {
  for (let attempt = 1; ; attempt += 1) {
    const rendering = await renderText(index, text, tag, now)
    const sources = rendering.pictures.map(({ source }) => ({ source, focus: null }))
    await describePictures(index, sources)
    if (attempt === MAX_ATTEMPTS || (rendering.isCurrent && hasSamePictures(index, rendering))) {
      return { html: rendering.result, headings: rendering.headings, notes: rendering.notes }
    }
  }
}

/** Whether what is known of a text's pictures is what it was rendered with. */
export function hasSamePictures(index: Index, { pictures }: Pick<Rendering, 'pictures'>): boolean {
  return pictures.every(({ source, hash }) => (getPictureState(index, source)?.known?.hash ?? null) === hash)
}

/**
 * As `renderPost`, on an index in hand and without looking at pictures; `tag` names the page that shows the text.
 * `isCurrent` is false when the text is to be rendered again, as a link leads elsewhere by now.
 */
export async function renderText(
  index: Index,
  text: RenderableText,
  tag: string,
  now: Date,
): Promise<Rendering & { isCurrent: boolean }> {
  const rendering = await renderOrGiveUp(index, text, now)
  const { links, pictures, notes } = rendering
  const isCurrent = await keepRendering(
    index,
    {
      sourceFile: text.sourceFile,
      tag,
      links,
      pictures: pictures.map(({ source }) => source),
      problems: notes.map((note) => toRenderProblem(text, note)),
    },
    now,
  )
  return { ...rendering, isCurrent }
}

/**
 * The story's body as Markdown that means the same wherever it is read: as its writer wrote it, with whole addresses.
 * One with HTML or template tags in it is made from what its page shows of it.
 */
export async function renderMarkdownBody(
  post: RenderableText & Pick<Post, 'slug'>,
  url: string,
  now: Date,
): Promise<string> {
  const index = await getIndex()
  const { body, title, language, sourceFile } = post
  try {
    const job = {
      kind: 'markdown',
      text: { body, title, language, sourceFile },
      pageUrl: url,
      siteUrl: getEnv().siteUrl,
      hasIndentedCode: index.site.indentedCode,
    } as const
    const tag = toPostTag(post.slug)
    for (let attempt = 1; ; attempt += 1) {
      const rendering = await runInWorker(index, { ...job, now: now.getTime() })
      const { result, links, pictures } = rendering
      await keepRendering(index, { sourceFile, tag, links, pictures: null, problems: null }, now)
      await describePictures(
        index,
        pictures.map(({ source }) => ({ source, focus: null })),
      )
      if (attempt === MAX_ATTEMPTS || hasSamePictures(index, rendering)) return result
    }
  } catch (error) {
    if (isGivenUp(error)) return body
    throw error
  }
}

/** HTML of a page with absolute addresses, for readers elsewhere; null when that cannot be had. */
export async function renderAbsoluteHtml(html: string, pageUrl: string): Promise<string | null> {
  try {
    return (await runInWorker(await getIndex(), { kind: 'absolute', html, pageUrl })).result
  } catch (error) {
    if (isGivenUp(error)) return null
    throw error
  }
}

const AS_PLAIN_TEXT = 'Shown as plain text: '

const GIVEN_UP = {
  deadline: `${AS_PLAIN_TEXT}rendering it takes too much processor time.`,
  memory: `${AS_PLAIN_TEXT}rendering it takes too much memory.`,
} as const

/** A text that took too much is shown as plain paragraphs, and is not tried again until its file changes. */
async function renderOrGiveUp(index: Index, text: RenderableText, now: Date): Promise<Rendering> {
  const known = findGivenUp(index, text.sourceFile)
  if (known !== null) return renderPlain(index, text, known)
  const { body, title, language, sourceFile } = text
  try {
    return await runInWorker(index, {
      kind: 'html',
      text: { body, title, language, sourceFile },
      siteUrl: getEnv().siteUrl,
      now: now.getTime(),
      hasIndentedCode: index.site.indentedCode,
    })
  } catch (error) {
    if (!isGivenUp(error)) throw error
    return renderPlain(index, text, toNote(error))
  }
}

/** The words alone; `note` says why. */
export async function renderPlain(index: Index, text: RenderableText, note: string): Promise<Rendering> {
  const rendering = await runInWorker(index, {
    kind: 'plain',
    text: text.body,
    more: toMoreLink(index, text),
  })
  return { ...rendering, notes: [note] }
}

/** Why a text is shown without its markup. */
export function toNote(error: RangeError | TaskFailure): string {
  if (isTaskFailure(error) && (error.reason === 'deadline' || error.reason === 'memory')) {
    return GIVEN_UP[error.reason]
  }
  return `${AS_PLAIN_TEXT}${error.message}`
}

/** Whether a text cannot be rendered, and it is not the pool that ended. */
export function isGivenUp(error: unknown): error is RangeError | TaskFailure {
  return error instanceof RangeError || (isTaskFailure(error) && error.reason !== 'closed')
}

function findGivenUp(index: Index, file: string): string | null {
  const notes: readonly string[] = Object.values(GIVEN_UP)
  const problems = listProblems(index, { file, step: 'render' })
  return problems.find(({ message }) => notes.includes(message))?.message ?? null
}

/** What had to be left out, as a problem of its file. */
export function toRenderProblem(text: RenderableText, note: string): Problem {
  return {
    severity: 'warning',
    file: text.sourceFile,
    line: text.bodyLine,
    field: 'body',
    found: '',
    message: note,
    hint: note.startsWith(AS_PLAIN_TEXT)
      ? 'Part the text, or make it simpler; until then its words are shown without their markup.'
      : 'Change it in the text; the rest of the story is shown.',
  }
}

/** Of a story, its Markdown version holds the whole text. */
function toMoreLink(index: Index, { slug, language }: RenderableText): MoreLink | null {
  if (slug === undefined) return null
  return {
    url: `/posts/${encodeURIComponent(slug)}.md`,
    label: getLabels(language || index.site.language).wholeText,
  }
}
