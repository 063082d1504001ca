import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatMoment } from '#lib/time/format-date.ts'
import { Time } from './Time.tsx'

type Props = {
  post: Pick<Post, 'published' | 'updated' | 'readingMinutes'>
  site: Pick<Site, 'language' | 'timeZone'>
}

/**
 * When a story was published and last changed, each date labelled, and how long it takes to read. In the paper's
 * language, so isolated from a story that runs the other way.
 */
export function ArticleDates({ post: { published, updated, readingMinutes }, site }: Props) {
  const labels = getLabels(site.language)
  return (
    <dl className="article-dates">
      <div>
        <dt>
          {labels.published}
          <span data-age={published} suppressHydrationWarning>
            {''}
          </span>
        </dt>
        <dd>
          <bdi>
            <Time instant={published} text={formatMoment(published, site)} className="dt-published" />
          </bdi>
        </dd>
      </div>
      {updated !== null && updated !== published && (
        <div>
          <dt>
            {labels.updated}
            <span data-age={updated} suppressHydrationWarning>
              {''}
            </span>
          </dt>
          <dd>
            <bdi>
              <Time instant={updated} text={formatMoment(updated, site)} className="dt-updated" />
            </bdi>
          </dd>
        </div>
      )}
      {readingMinutes > 0 && (
        <div>
          <dt>{labels.readingTime}</dt>
          <dd>
            <bdi>{labels.minutes(readingMinutes)}</bdi>
          </dd>
        </div>
      )}
    </dl>
  )
}
