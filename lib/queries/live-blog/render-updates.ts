import { getEnv } from '#lib/config/env.ts'
import type { Post } from '#lib/content/post.ts'
import { getFileUrl } from '#lib/index/file-url.ts'
import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { describePictures } from '#lib/pictures/registry/describe-pictures.ts'
import { listPictureUses } from '#lib/pictures/registry/picture-uses.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toPostTag } from '#lib/routes/cache-tags.ts'
import { keepRendering } from '#lib/sync/keep-rendering.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { runInWorker } from '../render/render-pool.ts'
import {
  hasSamePictures,
  isGivenUp,
  MAX_ATTEMPTS,
  type RenderableText,
  renderPlain,
  toNote,
  toRenderProblem,
} from '../render/render-text.ts'
import type { Rendering } from '../render/rendering-schema.ts'
import { getUpdateCache, toCacheKey } from './rendering-cache.ts'

type LiveStory = Pick<Post, 'slug' | 'title' | 'language' | 'sourceFile' | 'bodyLine'>

/** A text of a live story: an update, or (`id` is '') its intro. */
export type LiveText = Pick<LiveUpdate, 'id' | 'headline' | 'text'>

/** The HTML of texts of a live story by their ids. Texts that are rendered already are not rendered again. */
export async function renderUpdates(
  story: LiveStory,
  texts: readonly LiveText[],
  now: Date,
): Promise<Map<string, string>> {
  const index = await getIndex()
  const bodies = texts.map((text) => toRenderable(story, text))
  for (let attempt = 1; ; attempt += 1) {
    const renderings = await Promise.all(bodies.map((body) => renderOnce(index, body, now)))
    const pictures = renderings.flatMap((rendering) => rendering.pictures)
    await describePictures(
      index,
      pictures.map(({ source }) => ({ source, focus: null })),
    )
    const isCurrent = await keepRenderings(index, story, renderings, now)
    if (attempt === MAX_ATTEMPTS || (isCurrent && hasSamePictures(index, { pictures })))
      return new Map(texts.map(({ id }, at) => [id, renderings[at]?.result ?? '']))
  }
}

function toRenderable(
  { slug, title, language, sourceFile, bodyLine }: LiveStory,
  { id, headline, text }: LiveText,
): RenderableText {
  const prefix = id === '' ? {} : { idPrefix: `${id}-` }
  return { body: text, title: headline || title, language, sourceFile, bodyLine, slug, ...prefix }
}

async function renderOnce(index: Index, text: RenderableText, now: Date): Promise<Rendering> {
  const { siteUrl } = getEnv()
  const cache = getUpdateCache(index)
  const key = toCacheKey(text, `${siteUrl} ${index.site.indentedCode}`)
  const known = cache.get(key)
  if (known !== undefined && isStillTrue(index, known, now)) return known
  const { body, title, language, sourceFile, idPrefix } = text
  const words = { body, title, language, sourceFile, ...(idPrefix === undefined ? {} : { idPrefix }) }
  const rendering = await runInWorker(index, {
    kind: 'html',
    text: words,
    hasIndentedCode: index.site.indentedCode,
    siteUrl,
    now: now.getTime(),
  }).catch((error: unknown) => {
    if (!isGivenUp(error)) throw error
    return renderPlain(index, text, toNote(error))
  })
  cache.set(key, rendering)
  return rendering
}

/** Whether what a rendering links to and pictures is as it was. */
function isStillTrue(index: Index, rendering: Rendering, now: Date): boolean {
  return (
    rendering.links.every(({ file, url }) => getFileUrl(index, file, now) === url) &&
    hasSamePictures(index, rendering)
  )
}

/** A page shows some of a story's texts: what was found in the others stays noted. */
function keepRenderings(
  index: Index,
  { slug, sourceFile, bodyLine, title, language }: LiveStory,
  renderings: readonly Rendering[],
  now: Date,
): Promise<boolean> {
  const text = { body: '', title, language, sourceFile, bodyLine, slug }
  const pictures = renderings.flatMap((rendering) => rendering.pictures.map(({ source }) => source))
  const found = renderings.flatMap(({ notes }) => notes.map((note) => toRenderProblem(text, note)))
  return keepRendering(
    index,
    {
      sourceFile,
      tag: toPostTag(slug),
      links: renderings.flatMap(({ links }) => links),
      pictures: [...new Set([...listPictureUses(index, sourceFile, 'body'), ...pictures])],
      problems: found.length === 0 ? null : addProblems(index, sourceFile, found),
    },
    now,
  )
}

function addProblems(index: Index, file: string, found: readonly Problem[]): Problem[] {
  const known = listProblems(index, { file, step: 'render' })
  const messages = new Set(known.map(({ message }) => message))
  const others = new Map(
    found.filter(({ message }) => !messages.has(message)).map((each) => [each.message, each]),
  )
  return [...known, ...others.values()]
}
