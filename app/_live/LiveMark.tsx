import type { Coverage } from '#lib/content/post.ts'
import { renderMark } from './render-mark.ts'
import type { Paper } from './render-update.ts'

/** Whether the story is live, and when its last update was made. Open pages are sent it anew. */
export function LiveMark({ coverage, site, now }: { coverage: Coverage; site: Paper; now: Date }) {
  return (
    <div
      className="live-mark"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: words of ours and instants
      dangerouslySetInnerHTML={{ __html: renderMark(coverage, site, now) }}
    />
  )
}
