import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { formatDateTime } from '#lib/format/people-dates.ts'
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
  return (
    <dl className="article-dates">
      <div>
        <dt>Published</dt>
        <dd>
          <bdi>
            <Time instant={published} text={formatDateTime(published, site)} />
          </bdi>
        </dd>
      </div>
      {updated !== null && updated !== published && (
        <div>
          <dt>Updated</dt>
          <dd>
            <bdi>
              <Time instant={updated} text={formatDateTime(updated, site)} />
            </bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>Reading time</dt>
        <dd>
          <bdi>{readingMinutes === 1 ? '1 minute' : `${readingMinutes} minutes`}</bdi>
        </dd>
      </div>
    </dl>
  )
}
