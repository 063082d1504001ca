import type { Index } from '#lib/index/index-state.ts'
import { getListId, getListNames, listSlugsAround } from '#lib/index/listings.ts'
import { LIVE } from '#lib/index/live.ts'
import { type PostRow, toSummary } from '#lib/index/post-row.ts'
import { listTranslationSlugs } from '#lib/index/translations.ts'
import { SITE_TAG, toListTag, toPostTag } from '#lib/routes/cache-tags.ts'
import { listReferences } from './references.ts'

/** Every tag whose pages differ with and without this story at `now`. */
export function getTagsOfPost(index: Index, row: PostRow, now: Date): string[] {
  if (row.slug === null || row.draft) return []
  return [
    toPostTag(row.slug),
    ...getListNames(row).map(toListTag),
    ...(tellsSection(index, row, now) ? [SITE_TAG] : []),
    ...listSlugsAround(index, row, now).map(toPostTag),
    ...listReferences(index, row),
    ...listTranslationSlugs(index, { ...row, slug: row.slug }, now).map(toPostTag),
  ]
}

/** Whether there is a section for this story alone, or it is named as this story writes it: every page names the sections. */
function tellsSection(index: Index, { slug, published, summary: { section } }: PostRow, now: Date): boolean {
  const list = section === null ? null : getListId(index, { kind: 'section', slug: section.slug })
  if (section === null || slug === null) return false
  const row = index
    .prepare(
      `SELECT post.slug, published, data FROM (
         SELECT post FROM listing WHERE list = :list AND slug <> :slug AND ${LIVE}
         ORDER BY published DESC, slug DESC LIMIT 1
       ) AS place JOIN post ON post.id = place.post`,
    )
    .get({ list, slug, now: now.getTime() })
  if (row === undefined) return true
  const other = Number(row.published)
  const isNewer = published === other ? slug > String(row.slug) : published > other
  return isNewer && toSummary(row).section?.name !== section.name
}
