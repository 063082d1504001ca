import { notFound } from 'next/navigation'
import { getStory } from '../_story/get-story.ts'
import type { LiveStory } from './LiveBlog.tsx'

/** A live story as of now. A story of another kind has none of the pages below its own. */
export async function getLiveStory(segment: string) {
  const { post, site, now } = await getStory(segment)
  const live = toLiveStory(post)
  if (live === null) notFound()
  return { post: live, site, now }
}

/** Null for a story that is not of the kind. */
export function toLiveStory(post: Awaited<ReturnType<typeof getStory>>['post']): LiveStory | null {
  const { coverage, ...rest } = post
  return coverage === null ? null : { ...rest, coverage }
}
