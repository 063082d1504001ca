import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { KeyEvent } from '#lib/queries/live-blog/list-updates.ts'
import { toLivePath } from '#lib/routes/paths.ts'
import { formatTime } from '#lib/time/format-date.ts'
import { Time } from '../_components/Time.tsx'

type Props = {
  slug: string
  events: readonly KeyEvent[]
  /** The page the list stands on: links to its own updates stay on it. */
  page: number
  site: Pick<Site, 'language' | 'timeZone'>
}

/** The key events, newest first, each a jump to its update. */
export function KeyEvents({ slug, events, page, site }: Props) {
  if (events.length === 0) return null
  const label = getLabels(site.language).liveBlog.keyEvents
  return (
    <nav className="live-events" aria-label={label}>
      <p className="caps" lang={site.language}>
        {label}
      </p>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <Time instant={event.at} text={formatTime(event.at, site)} />{' '}
            <a href={`${event.page === page ? '' : toLivePath(slug, event.page)}#${event.id}`}>
              {event.headline || formatTime(event.at, site)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
