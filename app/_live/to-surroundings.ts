import type { LiveStory } from './LiveBlog.tsx'
import type { Paper, UpdateSurroundings } from './render-update.ts'

/** What the updates of a story are shown in. */
export function toSurroundings(
  { slug, language, coverage }: Pick<LiveStory, 'slug' | 'language' | 'coverage'>,
  site: Paper,
): UpdateSurroundings {
  return { slug, language, start: coverage.start, site }
}
