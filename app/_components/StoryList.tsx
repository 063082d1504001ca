import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatDate, formatTime, formatWeekday, toDay } from '#lib/time/format-date.ts'
import { type Story, StoryCard } from './StoryCard.tsx'
import './StoryList.css'

type Props = { stories: readonly Story[]; site: Pick<Site, 'language' | 'timeZone'> }

/** Stories under the days they were printed on, in the order they come. */
export function StoryList({ stories, site }: Props) {
  if (stories.length === 0) return <p className="list-empty">{getLabels(site.language).noStories}</p>
  const days = Map.groupBy(stories, ({ published }) => toDay(published, site.timeZone))
  return (
    <div className="story-list">
      {[...days].map(([day, printed]) => (
        <StoryDay key={day} day={day} stories={printed} site={site} />
      ))}
    </div>
  )
}

function StoryDay({ day, stories, site }: Props & { day: string }) {
  const [first] = stories
  if (first === undefined) return null
  return (
    <section className="story-day">
      <h2 className="story-day-name">
        <time dateTime={day}>
          <span>{formatWeekday(first.published, site)} </span>
          {formatDate(first.published, site)}
        </time>
      </h2>
      <div className="story-day-stories">
        {stories.map((story) => (
          <StoryCard
            key={story.slug}
            story={story}
            site={site}
            place="list"
            heading="h3"
            moment={formatTime(story.published, site)}
          />
        ))}
      </div>
    </section>
  )
}
