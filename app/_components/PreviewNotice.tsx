import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { formatDateTime } from '#lib/time/format-date.ts'
import { Time } from './Time.tsx'
import './PreviewNotice.css'

type Props = {
  post: Pick<Post, 'draft' | 'published' | 'expires'>
  /** When the link stops working: an ISO instant. */
  expires: string
  site: Pick<Site, 'language' | 'timeZone'>
  now: Date
}

/** Says that what follows is not in the paper, why, and for how long the link shows it. */
export function PreviewNotice({ post, expires, site, now }: Props) {
  const { preview, previewUntil } = getLabels(site.language)
  return (
    <aside className="preview-notice" aria-label={preview}>
      <p className="shell">
        <strong className="caps">{preview}</strong> <Standing post={post} site={site} now={now} />{' '}
        <Dated words={previewUntil} instant={expires} site={site} />
      </p>
    </aside>
  )
}

function Standing({ post, site, now }: Omit<Props, 'expires'>) {
  const labels = getLabels(site.language)
  if (post.draft) return labels.previewDraft
  if (Date.parse(post.published) > now.getTime()) {
    return <Dated words={labels.previewEmbargo} instant={post.published} site={site} />
  }
  const isPast = post.expires !== null && Date.parse(post.expires) <= now.getTime()
  return isPast ? labels.previewExpired : labels.previewLive
}

type DatedProps = Pick<Props, 'site'> & { words: { before: string; after: string }; instant: string }

function Dated({ words: { before, after }, instant, site }: DatedProps) {
  return (
    <>
      {before}
      <Time instant={instant} text={formatDateTime(instant, site)} />
      {after}
    </>
  )
}
