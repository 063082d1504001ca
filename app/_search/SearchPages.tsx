import { getLabels } from '#lib/labels/get-labels.ts'
import { type Asked, toSearchPath } from '#lib/search/asked.ts'
import { listPageNumbers } from '../_components/page-numbers.ts'
import '../_components/Pagination.css'

type Props = { asked: Asked; page: number; pages: number; language: string }

/** Where among the hits the reader is, and the ways on from there. */
export function SearchPages({ asked, page, pages, language }: Props) {
  if (pages < 2) return null
  const labels = getLabels(language)
  const to = (number: number) => toSearchPath({ ...asked, page: number })
  return (
    <nav className="pagination" aria-label={labels.hitPages}>
      {page > 1 && (
        <a className="pagination-newer" rel="prev nofollow" href={to(Math.min(page - 1, pages))}>
          {labels.previous}
        </a>
      )}
      <p className="pagination-place">{labels.pageOf(page, pages)}</p>
      <ol>
        {listPageNumbers(page, pages).map((number) => (
          <li key={number}>
            <a href={to(number)} rel="nofollow" {...(number === page ? { 'aria-current': 'page' } : {})}>
              <span className="visually-hidden">{labels.page} </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" rel="next nofollow" href={to(page + 1)}>
          {labels.next}
        </a>
      )}
    </nav>
  )
}
