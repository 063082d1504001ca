import { authorSchema, pageSchema } from '#lib/content/page.ts'
import type { Post, PostSummary } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { POST_WITH_BODY, toPost, toSummary } from '#lib/index/post-row.ts'
import { parseStored } from '#lib/text/json.ts'

// What commands ask that go through a whole paper: one row in memory at a time.

/** How many stories have an address, public or not. */
export function countStories(index: Index): number {
  return Number(index.prepare('SELECT count(*) AS total FROM post WHERE slug IS NOT NULL').get()?.total)
}

/** Every story that has an address, public or not, with its text. */
export function* iterateStories(index: Index): Generator<Post> {
  for (const row of index.database.prepare(`${POST_WITH_BODY} WHERE slug IS NOT NULL ORDER BY id`).iterate())
    yield toPost(row)
}

/** Those whose text passes the test; nothing more is read of the others. */
export function* iterateStoriesWith(index: Index, test: (body: string) => boolean): Generator<Post | null> {
  for (const row of index.database.prepare(`${POST_WITH_BODY} WHERE slug IS NOT NULL ORDER BY id`).iterate())
    yield test(String(row.body)) ? toPost(row) : null
}

/** The same without their texts. */
export function* iterateSummaries(index: Index): Generator<PostSummary> {
  const rows = index.database.prepare('SELECT slug, data FROM post WHERE slug IS NOT NULL ORDER BY id')
  for (const row of rows.iterate()) yield toSummary(row)
}

/** Standing pages and authors, as texts that can be rendered. */
export function listOtherTexts(index: Index) {
  const read = (table: 'page' | 'author') =>
    index
      .prepare(`SELECT data FROM ${table} ORDER BY file`)
      .all()
      .map((row) => String(row.data))
  return [
    ...read('page').map((data) => ({ ...parseStored(pageSchema, data), slug: undefined })),
    ...read('author').map((data) => {
      const author = parseStored(authorSchema, data)
      return { ...author, slug: undefined, title: author.name }
    }),
  ]
}

/** The address of every picture that content names. */
export function listPictureSources(index: Index): string[] {
  return index
    .prepare('SELECT DISTINCT source FROM picture_use ORDER BY source')
    .all()
    .map((row) => String(row.source))
}

/** The slug of a story, public or not, by one of its names; null where there is none. */
export function findSlug(index: Index, names: { slug: string; file: string }): string | null {
  const row = index.prepare('SELECT slug FROM post WHERE slug = :slug OR file IN (:file, :slug)').get(names)
  return row === undefined || row.slug === null ? null : String(row.slug)
}
