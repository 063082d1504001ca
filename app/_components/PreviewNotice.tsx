import type { Site } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'
import { formatDateTime } from '#lib/format/people-dates.ts'
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
  return (
    <aside className="preview-notice" aria-label="Preview">
      <p className="shell">
        <strong>Preview.</strong> <Standing post={post} site={site} now={now} /> Whoever has this link can
        read it until <Time instant={expires} text={formatDateTime(expires, site)} />.
      </p>
    </aside>
  )
}

function Standing({ post, site, now }: Omit<Props, 'expires'>) {
  if (post.draft) return <>This story is a draft.</>
  if (Date.parse(post.published) > now.getTime()) {
    return (
      <>
        This story will be published on{' '}
        <Time instant={post.published} text={formatDateTime(post.published, site)} />.
      </>
    )
  }
  if (post.expires !== null && Date.parse(post.expires) <= now.getTime()) return <>This story has expired.</>
  return <>This story is in the paper already.</>
}
