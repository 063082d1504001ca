import { getTagsOfPath } from '#lib/index/tags.ts'

/** The tags of what was answered: a page that says there is nothing here names the latest stories instead. */
export function getTagsOfAnswer(path: string, status: number): string[] {
  const tags = getTagsOfPath(path)
  return isMissing(status) ? [...new Set([...tags, ...getTagsOfPath('/')])] : tags
}

/** Addresses that answer so can be made up without end. */
export function isMissing(status: number): boolean {
  return status === 404 || status === 410
}
