import { notFound } from 'next/navigation'
import { type ListRef, listPosts, type PostPage } from '#lib/queries/queries.ts'
import { parsePageNumber } from './segments.ts'

/** Opens `…/page/<segment>` of a list. Page 1 has one URL only, the list's own; beyond the last page is a 404. */
export async function openFurtherPage(list: ListRef, segment: string, now: Date): Promise<PostPage> {
  const page = parsePageNumber(segment)
  if (page === null || page === 1) notFound()
  const stories = await listPosts(list, page, now)
  if (stories.posts.length === 0) notFound()
  return stories
}
