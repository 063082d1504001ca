import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { formatTime } from '#lib/time/format-date.ts'
import { Time } from './Time.tsx'
import './StoryUpdates.css'

export type LatestUpdate = Pick<LiveUpdate, 'id' | 'at' | 'headline'>

type Props = {
  slug: string
  updates: readonly LatestUpdate[]
  site: Pick<Site, 'language' | 'timeZone'>
}

/** The latest of a story that is live, under its headline. */
export function StoryUpdates({ slug, updates, site }: Props) {
  if (updates.length === 0) return null
  const labels = getLabels(site.language)
  return (
    <div className="card-updates">
      <p className="caps">{labels.storyTypes.live}</p>
      <ul>
        {updates.map(({ id, at, headline }) => (
          <li key={id}>
            <Time instant={at} text={formatTime(at, site)} />{' '}
            <a href={toUpdatePath(slug, id)}>{headline || labels.liveBlog.latest}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
