import type { Labels } from '#lib/labels/labels.ts'
import type { SearchResult } from '#lib/search/search.ts'

/** What a page of hits says first, and a screen reader aloud: how many stories there are. */
export function toHeading({ asked, total, isMore, text }: SearchResult, labels: Labels): string {
  if (!asked) return labels.searchPaper
  if (total === 0) return labels.noHits(text)
  return isMore ? labels.moreHits(total) : labels.hits(total)
}
