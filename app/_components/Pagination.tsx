import { getLabels } from '#lib/labels/get-labels.ts'
import type { ListRef, PostPage } from '#lib/queries/queries.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { listPageNumbers } from './page-numbers.ts'
import './Pagination.css'

type Props = { list: ListRef; stories: Pick<PostPage, 'page' | 'pages'>; language: string }

/** Where in a list the reader is, and the ways on from there. Nothing for a list of one page. */
export function Pagination({ list, stories: { page, pages }, language }: Props) {
  const { newer, older } = getLabels(language)
  const toPath = (number: number) => toListPath(list, number)
  return <Pages page={page} pages={pages} toPath={toPath} language={language} words={{ newer, older }} />
}

type PagesProps = {
  page: number
  pages: number
  toPath: (page: number) => string
  language: string
  /** What the pages before and after hold; just that they are before and after where that is left out. */
  words?: { newer: string; older: string }
}

/** The same for what is in no order of time. */
export function Pages({ page, pages, toPath, language, words }: PagesProps) {
  if (pages < 2) return null
  const labels = getLabels(language)
  return (
    <nav className="pagination" aria-label={labels.listPages}>
      {page > 1 && (
        <a className="pagination-newer" rel="prev" href={toPath(page - 1)}>
          {words?.newer ?? labels.previous}
        </a>
      )}
      <p className="pagination-place">{labels.pageOf(page, pages)}</p>
      <ol>
        {listPageNumbers(page, pages).map((number) => (
          <li key={number}>
            <a href={toPath(number)} {...(number === page ? { 'aria-current': 'page' } : {})}>
              <span className="visually-hidden">{labels.page} </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" rel="next" href={toPath(page + 1)}>
          {words?.older ?? labels.next}
        </a>
      )}
    </nav>
  )
}
