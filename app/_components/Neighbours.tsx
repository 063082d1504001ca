import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { toLanguageProps } from './language-props.ts'
import './Neighbours.css'

type Neighbour = Pick<PostSummary, 'slug' | 'title' | 'language' | 'direction'>
type Props = { previous: Neighbour | null; next: Neighbour | null; site: Pick<Site, 'language'> }

/** The stories printed just before and just after this one. */
export function Neighbours({ previous, next, site }: Props) {
  if (previous === null && next === null) return null
  const labels = getLabels(site.language)
  return (
    <nav className="neighbours" aria-label={labels.neighbours}>
      {previous !== null && (
        <a href={toPostPath(previous.slug)} rel="prev">
          <span className="caps">{labels.previous}</span>
          <strong {...toLanguageProps(previous, site)}>{previous.title}</strong>
        </a>
      )}
      {next !== null && (
        <a className="neighbours-next" href={toPostPath(next.slug)} rel="next">
          <span className="caps">{labels.next}</span>
          <strong {...toLanguageProps(next, site)}>{next.title}</strong>
        </a>
      )}
    </nav>
  )
}
