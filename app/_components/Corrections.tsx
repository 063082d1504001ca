import type { Site } from '#lib/config/site.ts'
import type { Correction } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { Time } from './Time.tsx'
import './Corrections.css'

type Props = { corrections: readonly Correction[]; site: Pick<Site, 'language' | 'timeZone'> }

/** What was wrong in the story, and when that was said. */
export function Corrections({ corrections, site }: Props) {
  if (corrections.length === 0) return null
  const labels = getLabels(site.language)
  const { before, after } = labels.correctionOf
  return (
    <aside
      className="corrections"
      aria-label={corrections.length === 1 ? labels.correction : labels.corrections}
    >
      {corrections.map(({ date, text }) => (
        <p key={date + text}>
          <strong lang={site.language}>
            {before}
            <Time instant={date} text={formatDate(date, site)} />
            {after}
          </strong>{' '}
          {text}
        </p>
      ))}
    </aside>
  )
}
