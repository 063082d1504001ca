import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { formatDateTime } from '#lib/format/people-dates.ts'
import { Time } from './Time.tsx'

type Props = {
  post: Pick<Post, 'published' | 'updated' | 'readingMinutes'>
  site: Pick<Site, 'language' | 'timeZone'>
}

/** When a story was published and last changed, each date labelled, and how long it takes to read. */
export function ArticleDates({ post: { published, updated, readingMinutes }, site }: Props) {
  return (
    <dl className="article-dates">
      <div>
        <dt>Published</dt>
        <dd>
          <Time instant={published} text={formatDateTime(published, site)} />
        </dd>
      </div>
      {updated !== null && updated !== published && (
        <div>
          <dt>Updated</dt>
          <dd>
            <Time instant={updated} text={formatDateTime(updated, site)} />
          </dd>
        </div>
      )}
      <div>
        <dt>Reading time</dt>
        <dd>{readingMinutes === 1 ? '1 minute' : `${readingMinutes} minutes`}</dd>
      </div>
    </dl>
  )
}
