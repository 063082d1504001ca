import type { Index } from '#lib/index/index-state.ts'
import { getListNames, listSlugsAround } from '#lib/index/listings.ts'
import type { PostRow } from '#lib/index/post-row.ts'
import { listTranslationSlugs } from '#lib/index/translations.ts'
import { toListTag, toPostTag } from '#lib/routes/cache-tags.ts'
import { listReferences } from './references.ts'

/** Every tag whose pages differ with and without this story at `now`. */
export function getTagsOfPost(index: Index, row: PostRow, now: Date): string[] {
  if (row.slug === null || row.draft) return []
  return [
    toPostTag(row.slug),
    ...getListNames(row).map(toListTag),
    ...listSlugsAround(index, row, now).map(toPostTag),
    ...listReferences(index, row),
    ...listTranslationSlugs(index, { ...row, slug: row.slug }, now).map(toPostTag),
  ]
}
