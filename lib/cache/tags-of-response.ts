import { ALL_TAG } from '#lib/routes/cache-tags.ts'
import { getTagsOfPath } from '#lib/routes/tags-of-path.ts'

/**
 * The tags of what was answered: a page that says there is nothing here names the latest stories instead, and a redirect
 * is true while its target is there.
 */
export function getTagsOfResponse(path: string, status: number, location?: string): string[] {
  const tags = getTagsOfPath(path)
  const others = isMissingStatus(status) ? [ALL_TAG] : location === undefined ? [] : getTagsOfPath(location)
  return [...new Set([...tags, ...others])]
}

/** Addresses that answer so can be made up without end. */
export function isMissingStatus(status: number): boolean {
  return status === 404 || status === 410
}
