import type { ListRef, PostPage } from '#lib/index/queries.ts'
import { toListPath } from '#lib/seo/paths.ts'
import { listPageNumbers } from './page-numbers.ts'
import './Pagination.css'

type Props = { list: ListRef; stories: Pick<PostPage, 'page' | 'pages'> }

/** Where in a list the reader is, and the ways on from there. Nothing for a list of one page. */
export function Pagination({ list, stories: { page, pages } }: Props) {
  if (pages < 2) return null
  return (
    <nav className="pagination" aria-label="Pages of this list">
      {page > 1 && (
        <a className="pagination-newer" rel="prev" href={toListPath(list, page - 1)}>
          Newer stories
        </a>
      )}
      <p className="pagination-place">
        Page {page} of {pages}
      </p>
      <ol>
        {listPageNumbers(page, pages).map((number) => (
          <li key={number}>
            <a href={toListPath(list, number)} {...(number === page ? { 'aria-current': 'page' } : {})}>
              <span className="visually-hidden">Page </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" rel="next" href={toListPath(list, page + 1)}>
          Older stories
        </a>
      )}
    </nav>
  )
}
