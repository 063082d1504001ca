import type { Coverage, Post } from '#lib/content/post.ts'
import type { Paper, UpdateSurroundings } from './render-update.ts'

/** What the updates of a story are shown in. */
export function toSurroundings(
  { slug, language, coverage }: Pick<Post, 'slug' | 'language'> & { coverage: Coverage },
  site: Paper,
): UpdateSurroundings {
  return { slug, language, start: coverage.start, site }
}
