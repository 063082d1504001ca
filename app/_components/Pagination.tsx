import { getLabels } from '#lib/labels/get-labels.ts'
import type { ListRef, PostPage } from '#lib/queries/queries.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { listPageNumbers } from './page-numbers.ts'
import './Pagination.css'

type Props = { list: ListRef; stories: Pick<PostPage, 'page' | 'pages'>; language: string }

/** Where in a list the reader is, and the ways on from there. Nothing for a list of one page. */
export function Pagination({ list, stories: { page, pages }, language }: Props) {
  if (pages < 2) return null
  const labels = getLabels(language)
  return (
    <nav className="pagination" aria-label={labels.listPages}>
      {page > 1 && (
        <a className="pagination-newer" rel="prev" href={toListPath(list, page - 1)}>
          {labels.newer}
        </a>
      )}
      <p className="pagination-place">{labels.pageOf(page, pages)}</p>
      <ol>
        {listPageNumbers(page, pages).map((number) => (
          <li key={number}>
            <a href={toListPath(list, number)} {...(number === page ? { 'aria-current': 'page' } : {})}>
              <span className="visually-hidden">{labels.page} </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" rel="next" href={toListPath(list, page + 1)}>
          {labels.older}
        </a>
      )}
    </nav>
  )
}
