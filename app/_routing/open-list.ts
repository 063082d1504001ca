import { permanentRedirect } from 'next/navigation'
import { type ListRef, listPosts, type PostPage } from '#lib/index/queries.ts'
import { toListPath } from '#lib/seo/paths.ts'
import { answerMissing } from './answer-missing.ts'
import { parsePageNumber } from './segments.ts'

/** Opens `…/page/<segment>` of a list. Page 1 has one URL only, the list's own; beyond the last page is a 404. */
export async function openFurtherPage(list: ListRef, segment: string, now: Date): Promise<PostPage> {
  const page = parsePageNumber(segment)
  if (page === 1) permanentRedirect(toListPath(list))
  if (page === null) return answerMissing(`${toListPath(list)}/page/${segment}`, now)
  const stories = await listPosts(list, page, now)
  return stories.posts.length > 0 ? stories : answerMissing(toListPath(list, page), now)
}
