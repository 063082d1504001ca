import type { Site } from '#lib/config/site.ts'
import { getCoverageState } from '#lib/content/coverage.ts'
import type { Coverage } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatDateTime } from '#lib/time/format-date.ts'
import { Time } from '../_components/Time.tsx'

type Props = { coverage: Coverage; site: Pick<Site, 'language' | 'timeZone'>; now: Date }

/** Whether the story is live, is to begin, or has ended, and when its last update was made. */
export function LiveMark({ coverage, site, now }: Props) {
  const labels = getLabels(site.language)
  const { latest, start } = coverage
  const state = getCoverageState(coverage, now)
  return (
    <div className="live-mark" data-state={state}>
      {state === 'live' && <p className="live-now caps">{labels.storyTypes.live}</p>}
      {state === 'ended' && <p>{labels.liveBlog.ended}</p>}
      {state === 'ahead' && (
        <p>
          {labels.liveBlog.ahead.before}
          <bdi>
            <Time instant={start} text={formatDateTime(start, site)} />
          </bdi>
          {labels.liveBlog.ahead.after}
        </p>
      )}
      {latest !== null && (
        <p>
          {labels.liveBlog.latest}:{' '}
          <bdi>
            <Time instant={latest} text={formatDateTime(latest, site)} className="dt-updated" />
          </bdi>
        </p>
      )}
    </div>
  )
}
