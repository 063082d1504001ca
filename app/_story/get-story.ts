import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getModified, type Post } from '#lib/content/post.ts'
import { getAuthor, getShownPost, getSite } from '#lib/queries/queries.ts'
import { findFediverseHandle } from '#lib/seo/fediverse.ts'
import { decodeSegment } from '../_routing/segments.ts'

/**
 * The story as of now: it was updated when it last really changed, by a correction too. Head and page are of one moment,
 * and read once.
 */
export const getStory = cache(async (segment: string) => {
  const now = new Date()
  const slug = decodeSegment(segment)
  const post = slug === null ? null : await getShownPost(slug, now)
  if (post === null) notFound()
  const modified = getModified(post, now)
  const updated = modified === post.published ? null : modified
  return { post: { ...post, updated }, site: await getSite(), now }
})

/** Those of a story's writers who have a file of their own. */
export const listWriters = cache(async ({ authors }: Pick<Post, 'authors'>) => {
  const people = await Promise.all(authors.map(({ slug }) => getAuthor(slug)))
  return people.filter((person) => person !== null)
})

/** Whom Mastodon and its like may credit for the story. */
export async function listFediverseHandles(post: Pick<Post, 'authors'>): Promise<string[]> {
  const people = await listWriters(post)
  return people.map(({ links }) => findFediverseHandle(links)).filter((handle) => handle !== null)
}
