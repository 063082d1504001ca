import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { formatDate, formatTime, toDay } from '#lib/time/format-date.ts'
import { toLanguageProps } from '../_components/language-props.ts'
import type { Story } from '../_components/StoryCard.tsx'
import { Time } from '../_components/Time.tsx'
import './LatestColumn.css'

type Props = {
  stories: readonly Story[]
  /** An instant of the day the front page is of. */
  today: string
  site: Pick<Site, 'language' | 'timeZone'>
}

/** Headlines in the order they came in: the hour of today's, the date before that. */
export function LatestColumn({ stories, today, site }: Props) {
  if (stories.length === 0) return null
  const day = toDay(today, site.timeZone)
  const moments = stories.map(({ published }) => formatMoment(published, day, site))
  return (
    <section className="latest">
      <h2>{getLabels(site.language).latest}</h2>
      <ol>
        {stories.map((story, position) => (
          <li key={story.slug}>
            <p className={moments[position] === moments[position - 1] ? 'visually-hidden' : 'latest-moment'}>
              <Time instant={story.published} text={moments[position] ?? ''} />
            </p>
            <h3 {...toLanguageProps(story, site)}>
              <a href={toPostPath(story.slug)}>{story.title}</a>
            </h3>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A day is said once, above the first of its stories. */
function formatMoment(instant: string, today: string, site: Props['site']): string {
  return toDay(instant, site.timeZone) === today ? formatTime(instant, site) : formatDate(instant, site)
}
