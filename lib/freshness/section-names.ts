import type { Index } from '#lib/index/index-state.ts'
import { getListId } from '#lib/index/listings.ts'
import { LIVE } from '#lib/index/live.ts'
import { type PostRow, toSummary } from '#lib/index/post-row.ts'
import { toSlug } from '#lib/text/slug.ts'

/** What every page calls a section, by its slug; null for one that has no live story, which pages do not name. */
export type SectionNames = Map<string, string | null>

/** Notes how the section of a story is called at a time, unless that is noted already. */
export function noteSection(
  index: Index,
  names: SectionNames,
  { summary: { section } }: PostRow,
  at: Date,
): void {
  if (section !== null && !names.has(section.slug))
    names.set(section.slug, getSectionName(index, section.slug, at))
}

/** Whether one of the sections is called otherwise by now. */
export function areRenamed(index: Index, names: SectionNames, now: Date): boolean {
  return [...names].some(([slug, name]) => getSectionName(index, slug, now) !== name)
}

/** As the editors name it, else as the newest live story does. */
function getSectionName(index: Index, slug: string, at: Date): string | null {
  const list = getListId(index, { kind: 'section', slug })
  const row =
    list === null
      ? undefined
      : index
          .prepare(
            `SELECT slug, data FROM post WHERE id = (
               SELECT post FROM listing WHERE list = :list AND ${LIVE} ORDER BY published DESC, slug DESC LIMIT 1
             )`,
          )
          .get({ list, now: at.getTime() })
  if (row === undefined) return null
  const ofEditors = index.site.sections.find((section) => (section.slug ?? toSlug(section.name)) === slug)
  return ofEditors?.name ?? toSummary(row).section?.name ?? null
}
