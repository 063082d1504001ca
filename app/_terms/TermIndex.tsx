import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { TermPage } from '#lib/queries/list-terms.ts'
import { toListPath, toTermIndexPath } from '#lib/routes/paths.ts'
import { ListHeader } from '../_components/ListHeader.tsx'
import { Pages } from '../_components/Pagination.tsx'
import { describeTerms, type TermKind } from './describe-terms.ts'
import './TermIndex.css'

type Props = { kind: TermKind; terms: TermPage; site: Pick<Site, 'name' | 'language'> }

/** One page of all sections, topics or writers, each with how many stories there are. */
export function TermIndex({ kind, terms: { terms, page, pages }, site }: Props) {
  const labels = getLabels(site.language)
  const { title, description } = describeTerms(kind, site)
  return (
    <div className="shell list-page">
      <ListHeader kicker={labels.paper} title={title} description={description} />
      {terms.length === 0 ? (
        <p className="list-empty">{labels.nothingListed}</p>
      ) : (
        <ul className="term-index">
          {terms.map(({ slug, name, total }) => (
            <li key={slug}>
              <a href={toListPath({ kind, slug })}>{name}</a> <span>{labels.stories(total)}</span>
            </li>
          ))}
        </ul>
      )}
      <Pages
        page={page}
        pages={pages}
        toPath={(number) => toTermIndexPath(kind, number)}
        language={site.language}
      />
    </div>
  )
}
