import type { Site } from '#lib/config/site.ts'
import type { Post, Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath } from '#lib/routes/paths.ts'
import './Kicker.css'

type Props = {
  section: Term | null
  /** What kind of story it is, on its own page; news goes without saying. */
  type?: Post['type']
  site?: Pick<Site, 'language'>
}

/** The section a story belongs to, above its headline, and whether it is something else than news. */
export function Kicker({ section, type = 'news', site }: Props) {
  const kind = type === 'news' || site === undefined ? null : getLabels(site.language).storyTypes[type]
  if (section === null && kind === null) return null
  return (
    <p className="kicker caps" data-section={section?.slug}>
      {section !== null && <a href={toListPath({ kind: 'section', slug: section.slug })}>{section.name}</a>}
      {section !== null && kind !== null && ' · '}
      {kind !== null && <span lang={site?.language}>{kind}</span>}
    </p>
  )
}
