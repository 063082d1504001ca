import path from 'node:path'
import type { SQLOutputValue } from 'node:sqlite'
import { type Post, type PostSummary, postSummarySchema } from '#lib/content/post.ts'
import { sha256 } from '#lib/text/hash.ts'
import { parseStored } from '#lib/text/json.ts'
import { stripCopySuffix } from '#lib/text/slug.ts'

type Row = Record<string, SQLOutputValue>

/** A row of `post` but for its body, which only the page itself needs. */
export type PostRow = {
  id: number
  file: string
  slug: string | null
  baseSlug: string
  copyKey: string
  published: number
  expires: number | null
  draft: boolean
  month: string
  summary: PostSummary
}

export const POST_COLUMNS = 'id, file, slug, base_slug, copy_key, published, expires, draft, month, data'

export function toPostRow(row: Row): PostRow {
  return {
    id: Number(row.id),
    file: String(row.file),
    slug: toText(row.slug),
    baseSlug: String(row.base_slug),
    copyKey: String(row.copy_key),
    published: Number(row.published),
    expires: row.expires === null ? null : Number(row.expires),
    draft: row.draft === 1,
    month: String(row.month),
    summary: toSummary(row),
  }
}

/** From a row with `slug` and `data`: the slug is the one the index gave, not the one the file asks for. */
export function toSummary(row: Row): PostSummary {
  return { ...parseStored(postSummarySchema, String(row.data)), slug: String(row.slug) }
}

/** The columns `toPost` needs, of `post JOIN body ON body.post = post.id`. */
export const POST_WITH_BODY = 'SELECT slug, data, text AS body FROM post JOIN body ON body.post = post.id'

/** From a row of `POST_WITH_BODY`. */
export function toPost(row: Row): Post {
  return { ...toSummary(row), body: String(row.body) }
}

export function toText(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

/** Equal for files that hold the same bytes under the same name but for a copy's ending: `name.md`, `name 2.md`. */
export function toCopyKey(post: Pick<Post, 'contentHash' | 'sourceFile'>): string {
  return sha256(`${post.contentHash}\n${stripCopySuffix(path.posix.parse(post.sourceFile).name)}`).slice(
    0,
    16,
  )
}
