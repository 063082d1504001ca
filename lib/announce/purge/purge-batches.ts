import type { SharedCache } from '#lib/config/purge-settings.ts'
import { MAX_TAGS_AT_ONCE } from '#lib/index/announcements.ts'
import { formatTag, SITE_TAG } from '#lib/routes/cache-tags.ts'
import { LIMITS } from './purge-request.ts'

/**
 * Divides what a cache is to be told into messages that it takes. Every page has the site's tag: where that is among them, or there are
 * too many, it stands for all.
 *
 * @param due `path` is the tag
 */
export function toBatches<Row extends { path: string }>(
  { kind }: SharedCache,
  due: readonly Row[],
): { tags: string[]; rows: Row[] }[] {
  const limits = LIMITS[kind]
  if (due.length > MAX_TAGS_AT_ONCE || due.some(({ path }) => path === SITE_TAG))
    return [{ tags: [SITE_TAG], rows: [...due] }]
  const batches: { tags: string[]; rows: Row[] }[] = []
  let bytes = 0
  for (const row of due) {
    const size = formatTag(row.path).length + 1
    const last = batches.at(-1)
    if (last !== undefined && last.tags.length < limits.tags && bytes + size <= limits.bytes) {
      last.tags.push(row.path)
      last.rows.push(row)
      bytes += size
    } else {
      batches.push({ tags: [row.path], rows: [row] })
      bytes = size
    }
  }
  return batches
}
