import type { Post } from '#lib/content/post.ts'
import { listTranslationSlugs } from '#lib/index/translations.ts'
import { getIndex } from '#lib/sync/open-index.ts'

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
    ({ language }, position) => versions.findIndex((other) => other.language === language) === position,
  )
}
