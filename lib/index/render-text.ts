import { getEnv } from '#lib/config/env.ts'
import type { Author, Page } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import type { Problem } from '#lib/content/problem.ts'
import { toAbsoluteMarkdown } from '#lib/markdown/absolute-markdown.ts'
import { type RenderedMarkdown, renderMarkdown } from '#lib/markdown/render-markdown.ts'
import { describeBodyPicture } from './body-pictures.ts'
import { describePictures } from './describe-pictures.ts'
import { getFileUrl } from './file-url.ts'
import type { Index } from './index-state.ts'
import { keepRendering } from './keep-rendering.ts'
import { getIndex } from './open-index.ts'
import { getPictureState } from './pictures.ts'
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

/** What a page shows may change while it is rendered; it is rendered again, but not for ever. */
const MAX_ATTEMPTS = 3

/** Which pictures a text names is known once it is rendered; it is rendered again if something about them was new. */
async function renderWithPictures(
  index: Index,
  text: Text,
  tag: string,
  now: Date,
): Promise<RenderedMarkdown> {
  for (let attempt = 1; ; attempt += 1) {
    const { rendered, pictures, isCurrent } = await renderText(index, text, tag, now)
    await describePictures(
      index,
      [...pictures.keys()].map((source) => ({ source, focus: null })),
    )
    if (attempt === MAX_ATTEMPTS || (isCurrent && hasSamePictures(index, pictures))) return rendered
  }
}

function hasSamePictures(index: Index, pictures: ReadonlyMap<string, string | null>): boolean {
  return [...pictures].every(
    ([source, hash]) => (getPictureState(index, source)?.known?.hash ?? null) === hash,
  )
}

/** As `renderPost`, on an index in hand; `tag` names the page that shows the text. */
export async function renderText(index: Index, text: Text, tag: string, now: Date) {
  const pictures = new Map<string, string | null>()
  const links = new Map<string, string | null>()
  const rendered = renderMarkdown(text.body, {
    title: text.title,
    language: text.language,
    sourceFile: text.sourceFile,
    siteUrl: getEnv().siteUrl,
    resolveFile: createResolver(index, links, now),
    describePicture: (url, place) => {
      const described = describeBodyPicture(index, text.sourceFile, url, place)
      if (described === null) return null
      pictures.set(described.source, described.hash)
      return described.facts
    },
  })
  const isCurrent = await keepRendering(
    index,
    {
      sourceFile: text.sourceFile,
      tag,
      links: toLinks(links),
      pictures: [...pictures.keys()],
      problems: rendered.notes.map((note) => toProblem(text, note)),
    },
    now,
  )
  return { rendered, pictures, isCurrent }
}

/** The story's body as Markdown whose links lead somewhere wherever it is read. */
export async function renderMarkdownBody(
  post: Pick<Post, 'slug' | 'body' | 'sourceFile'>,
  now: Date,
): Promise<string> {
  const index = await getIndex()
  const { sourceFile } = post
  const links = new Map<string, string | null>()
  const markdown = toAbsoluteMarkdown(post.body, {
    sourceFile,
    siteUrl: getEnv().siteUrl,
    resolveFile: createResolver(index, links, now),
  })
  const tag = toPostTag(post.slug)
  await keepRendering(index, { sourceFile, tag, links: toLinks(links), pictures: null, problems: null }, now)
  return markdown
}

/** Finds the address of a file, noting what was found. */
function createResolver(index: Index, links: Map<string, string | null>, now: Date) {
  return (file: string): string | null => {
    const url = links.get(file) ?? getFileUrl(index, file, now)
    links.set(file, url)
    return url
  }
}

function toLinks(links: ReadonlyMap<string, string | null>): { file: string; url: string | null }[] {
  return [...links].map(([file, url]) => ({ file, url }))
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
