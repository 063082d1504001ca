import type { Index } from '#lib/index/index-state.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { getUnqualifiedSlugs, toHashSlug } from '#lib/sync/slugs.ts'

/**
 * The slug, now, of a story that was told apart from others of its name by a hash of its path, before its day or its
 * folder did. Null when there is none such.
 */
export function findFormerSlug(index: Index, slug: string, now: Date): string | null {
  if (!/--[0-9a-f]{10}$/.test(slug)) return null
  for (const baseSlug of getUnqualifiedSlugs(slug)) {
    const rows = index
      .prepare(`SELECT file, slug FROM post WHERE base_slug = :baseSlug AND ${LIVE_POST}`)
      .all({ baseSlug, now: now.getTime() })
    const found = rows.find((row) => toHashSlug({ baseSlug, file: String(row.file) }) === slug)
    if (found !== undefined) return String(found.slug)
  }
  return null
}
