import type { Post, Translation } from '#lib/content/post.ts'
import type { Index } from './index-state.ts'
import { LIVE_POST } from './live.ts'
import { getIndex } from './open-index.ts'

type Place = { id: number; slug: string; file: string }

/** More languages than any story is written in: ends a chain of stories that name one another without end. */
const MAX_GROUP = 100

/** Replaces what a story says of itself in other languages. */
export function writeTranslations(index: Index, post: number, translations: readonly Translation[]): void {
  index.prepare('DELETE FROM translation WHERE post = ?').run(post)
  const put = index.prepare('INSERT OR IGNORE INTO translation (post, target) VALUES (?, ?)')
  for (const { target } of translations) put.run(post, target)
}

/** Slugs of the live stories that are the same as this one in another language, whichever of them says so. */
export function listTranslationSlugs(index: Index, from: Place, now: Date): string[] {
  const found = new Map<number, Place>([[from.id, from]])
  for (const place of found.values()) {
    for (const other of listNamed(index, place, now)) {
      if (found.size < MAX_GROUP && !found.has(other.id)) found.set(other.id, other)
    }
  }
  return [...found.values()].filter(({ id }) => id !== from.id).map(({ slug }) => slug)
}

/** A live story and what it is in other languages, each once, itself first; only itself where there are none. */
export async function listVersions(
  post: Pick<Post, 'slug' | 'language' | 'sourceFile'>,
  now: Date,
): Promise<{ slug: string; language: string }[]> {
  const index = await getIndex()
  const id = Number(index.prepare('SELECT id FROM post WHERE slug = ?').get(post.slug)?.id ?? 0)
  const slugs = listTranslationSlugs(index, { id, slug: post.slug, file: post.sourceFile }, now)
  const get = index.prepare('SELECT language FROM post WHERE slug = ?')
  const others = slugs.map((slug) => ({ slug, language: String(get.get(slug)?.language ?? '') }))
  const versions = [{ slug: post.slug, language: post.language }, ...others]
  return versions.filter(
    ({ language }, place) => versions.findIndex((other) => other.language === language) === place,
  )
}

/** What a story names, and what names it, by its slug or its file. */
function listNamed(index: Index, place: Place, now: Date): Place[] {
  return index
    .prepare(
      `SELECT id, slug, file FROM post WHERE ${LIVE_POST} AND id IN (
         SELECT post.id FROM translation JOIN post ON post.slug = target OR post.file = target WHERE translation.post = :id
         UNION SELECT post FROM translation WHERE target IN (:slug, :file)
       )`,
    )
    .all({ id: place.id, slug: place.slug, file: place.file, now: now.getTime() })
    .map((row) => ({ id: Number(row.id), slug: String(row.slug), file: String(row.file) }))
}
