import { getCoverageState } from '#lib/content/coverage.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { listLatestUpdates } from '#lib/queries/live-blog/list-updates.ts'
import type { LatestUpdate } from '../_components/StoryUpdates.tsx'

/** Updates that stand under a live story's headline. */
const SHOWN = 3

export type FrontStory = PostSummary & { updates?: readonly LatestUpdate[] }

/** The same stories, those that are live at `now` with their latest updates. */
export function addUpdates(stories: readonly PostSummary[], now: Date): Promise<FrontStory[]> {
  return Promise.all(
    stories.map(async (story) =>
      story.coverage !== null && getCoverageState(story.coverage, now) === 'live'
        ? { ...story, updates: await listLatestUpdates(story.slug, SHOWN) }
        : story,
    ),
  )
}
