import { Fragment } from 'react'
import type { Site } from '#lib/config/site.ts'
import type { LiveUpdate as Update } from '#lib/live-blog/live-update.ts'
import { formatDate, toDay } from '#lib/time/format-date.ts'
import { LiveUpdate } from './LiveUpdate.tsx'

type Props = {
  slug: string
  updates: readonly Update[]
  texts: ReadonlyMap<string, string>
  site: Pick<Site, 'language' | 'timeZone'>
}

/** Updates in the order they come, with the day before the first of each. */
export function LiveUpdates({ slug, updates, texts, site }: Props) {
  return updates.map((update, at) => (
    <Fragment key={update.id}>
      {isOtherDay(updates[at - 1], update, site) && (
        <p className="live-day caps" lang={site.language}>
          <Time day={update.at} site={site} />
        </p>
      )}
      <LiveUpdate slug={slug} update={update} html={texts.get(update.id) ?? ''} site={site} />
    </Fragment>
  ))
}

function Time({ day, site }: { day: string; site: Props['site'] }) {
  return <time dateTime={toDay(day, site.timeZone)}>{formatDate(day, site)}</time>
}

function isOtherDay(before: Update | undefined, { at }: Update, { timeZone }: Props['site']): boolean {
  return before === undefined || toDay(before.at, timeZone) !== toDay(at, timeZone)
}
