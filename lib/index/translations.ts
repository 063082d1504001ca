import type { Translation } from '#lib/content/post.ts'
import type { Index } from './index-state.ts'
import { LIVE_POST } from './live.ts'

type StoryKey = { id: number; slug: string; file: string }

/** More languages than any story is written in: ends a chain of stories that name one another without end. */
const MAX_GROUP = 100

/** Replaces what a story says of itself in other languages. */
export function writeTranslations(index: Index, post: number, translations: readonly Translation[]): void {
  index.prepare('DELETE FROM translation WHERE post = ?').run(post)
  const put = index.prepare('INSERT OR IGNORE INTO translation (post, target) VALUES (?, ?)')
  for (const { target } of translations) put.run(post, target)
}

/** Slugs of the live stories that are the same as this one in another language, whichever of them says so. */
export function listTranslationSlugs(index: Index, from: StoryKey, now: Date): string[] {
  const found = new Map<number, StoryKey>([[from.id, from]])
  for (const story of found.values()) {
    for (const other of listNamed(index, story, now)) {
      if (found.size < MAX_GROUP && !found.has(other.id)) found.set(other.id, other)
    }
  }
  return [...found.values()].filter(({ id }) => id !== from.id).map(({ slug }) => slug)
}

/** What a story names, and what names it, by its slug or its file. */
function listNamed(index: Index, story: StoryKey, now: Date): StoryKey[] {
  return index
    .prepare(
      `SELECT id, slug, file FROM post WHERE ${LIVE_POST} AND id IN (
         SELECT post.id FROM translation JOIN post ON post.slug = target OR post.file = target WHERE translation.post = :id
         UNION SELECT post FROM translation WHERE target IN (:slug, :file)
       )`,
    )
    .all({ id: story.id, slug: story.slug, file: story.file, now: now.getTime() })
    .map((row) => ({ id: Number(row.id), slug: String(row.slug), file: String(row.file) }))
}
