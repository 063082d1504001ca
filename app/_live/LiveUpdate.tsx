import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate as Update } from '#lib/live-blog/live-update.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { formatTime } from '#lib/time/format-date.ts'
import { Time } from '../_components/Time.tsx'

type Props = {
  slug: string
  update: Update
  html: string
  site: Pick<Site, 'language' | 'timeZone'>
}

/** One update: its time leads to its own address. The id is where links to it jump. */
export function LiveUpdate({ slug, update, html, site }: Props) {
  const labels = getLabels(site.language).liveBlog
  const { id, at, headline, isKey, isPinned, by, modified } = update
  return (
    <article className={isKey || isPinned ? 'live-update live-update-key' : 'live-update'} id={id}>
      <p className="live-line" lang={site.language}>
        <a className="live-time" href={toUpdatePath(slug, id)}>
          <Time instant={at} text={formatTime(at, site)} />
        </a>
        {isPinned && <span className="caps">{labels.pinned}</span>}
        {isKey && <span className="caps">{labels.keyEvent}</span>}
        {by !== null && <bdi>{by}</bdi>}
        {modified !== null && (
          <span>
            {getLabels(site.language).updated} <Time instant={modified} text={formatTime(modified, site)} />
          </span>
        )}
      </p>
      {headline !== '' && <h2 className="live-headline">{headline}</h2>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe */}
      <div className="prose" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  )
}
