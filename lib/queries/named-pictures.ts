import type { z } from 'zod'
import { authorSchema, pageSchema } from '#lib/content/page.ts'
import type { Post } from '#lib/content/post.ts'
import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { POST_WITH_BODY, toPost } from '#lib/index/post-row.ts'
import type { NamedPicture } from '#lib/pictures/registry/describe-pictures.ts'
import { toPictureSource } from '#lib/pictures/registry/picture-uses.ts'
import { SITE_TAG, toListTag, toPostTag } from '#lib/routes/cache-tags.ts'
import { parseStored } from '#lib/text/json.ts'
import { renderText } from './render/render-text.ts'

type PictureText = Parameters<typeof renderText>[1]

const STORIES_AT_A_TIME = 25

/** Every way of naming a picture in Markdown, in HTML and in template tags has one of these in it. */
const PICTURE_HINT = /!\[|<img|<source|figure|gallery|image|\.(?:avif|gif|jpe?g|png|webp)\b/i

/**
 * The pictures that what the public may see at `now` names, a few at a time: all, or those in what changed after the
 * revision `since`. Stories' own come first, the newest story's before; then those in texts, which must be rendered to
 * be known. Between two lists, some of them empty, passes no more time than making a page takes. A text is read right
 * before it is rendered: what was noted of it must not be older than it is.
 */
export async function* listNamedPictures(
  index: Index,
  since: number | null,
  now: Date,
): AsyncGenerator<NamedPicture[]> {
  const isSiteKnown = since !== null && getRevisionOfTags(index, [SITE_TAG]) <= since
  for (const posts of readPosts(index, since, now)) yield posts.flatMap(listOwn)
  if (!isSiteKnown) for (const author of readRows(index, 'author', authorSchema)) yield listOwn(author)
  for (const posts of readPosts(index, since, now)) {
    yield []
    for (const { slug } of posts) {
      for (const post of readPost(index, slug, now)) yield* listInText(index, post, toPostTag(slug), now)
    }
  }
  if (isSiteKnown) return
  for (const page of readRows(index, 'page', pageSchema)) yield* listInText(index, page, SITE_TAG, now)
  for (const author of readRows(index, 'author', authorSchema)) {
    const tag = toListTag({ kind: 'author', slug: author.slug })
    yield* listInText(index, { ...author, title: author.name }, tag, now)
  }
}

function readPosts(index: Index, since: number | null, now: Date): Generator<Post[]> {
  return since === null ? readAllPosts(index, now) : readChangedPosts(index, since, now)
}

/** Live stories, newest first. */
function* readAllPosts(index: Index, now: Date): Generator<Post[]> {
  const read = index.prepare(
    `${POST_WITH_BODY} WHERE ${LIVE_POST} AND (published, slug) < (:before, :slug)
     ORDER BY published DESC, slug DESC LIMIT ${STORIES_AT_A_TIME}`,
  )
  let last = { before: now.getTime() + 1, slug: '' }
  for (;;) {
    const posts = read.all({ ...last, now: now.getTime() }).map(toPost)
    const oldest = posts.at(-1)
    if (oldest === undefined) return
    yield posts
    last = { before: Date.parse(oldest.published), slug: oldest.slug }
  }
}

/** Live stories whose pages changed after `since`. */
function* readChangedPosts(index: Index, since: number, now: Date): Generator<Post[]> {
  const names = index
    .prepare("SELECT name FROM tag WHERE name > 'post:' AND name < 'post;' AND revision > ?")
    .all(since)
  for (const { name } of names) yield readPost(index, String(name).slice('post:'.length), now)
}

/** The live story of a slug, if there is one. */
function readPost(index: Index, slug: string, now: Date): Post[] {
  return index
    .prepare(`${POST_WITH_BODY} WHERE slug = :slug AND ${LIVE_POST}`)
    .all({ slug, now: now.getTime() })
    .map(toPost)
}

/** Authors or pages, each read when its turn comes. */
function* readRows<Schema extends z.ZodType>(
  index: Index,
  table: 'author' | 'page',
  schema: Schema,
): Generator<z.output<Schema>> {
  const files = index.prepare(`SELECT file FROM ${table}`).all()
  const read = index.prepare(`SELECT data FROM ${table} WHERE file = ?`)
  for (const { file } of files) {
    const row = read.get(String(file))
    if (row !== undefined) yield parseStored(schema, String(row.data))
  }
}

function listOwn({ image, sourceFile }: Pick<Post, 'image' | 'sourceFile'>): NamedPicture[] {
  const source = image === null ? null : toPictureSource(image.src, sourceFile)
  return image === null || source === null ? [] : [{ source, focus: image.focalPoint }]
}

async function* listInText(
  index: Index,
  text: PictureText,
  tag: string,
  now: Date,
): AsyncGenerator<NamedPicture[]> {
  if (!PICTURE_HINT.test(text.body)) return
  const { pictures } = await renderText(index, text, tag, now)
  yield pictures.map(({ source }) => ({ source, focus: null }))
}
