import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPath, toPostPath } from '#lib/routes/paths.ts'

/**
 * The place where an open page says that there are new updates. It takes no room, so that nothing moves. Without scripts a
 * link leads to them.
 */
export function FollowUpdates({ slug, site }: { slug: string; site: Pick<Site, 'language'> }) {
  const words = getLabels(site.language).liveBlog
  return (
    <>
      <div
        className="live-follow"
        lang={site.language}
        data-src={toPath('liveFragment', slug)}
        data-words={JSON.stringify(words.fresh)}
      >
        <p className="visually-hidden" role="status" suppressHydrationWarning>
          {''}
        </p>
        <button type="button" hidden suppressHydrationWarning>
          {''}
        </button>
      </div>
      <noscript>
        <p lang={site.language}>
          <a href={toPostPath(slug)}>{words.newer}</a>
        </p>
      </noscript>
    </>
  )
}
