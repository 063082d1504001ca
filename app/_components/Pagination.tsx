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
  /** What the whole is called, where that is not just the pages of a list. */
  label?: string
  /** Whether crawlers are to leave the pages alone. */
  isNoFollow?: boolean
}

/** The same for what is in no order of time. */
export function Pages({ page, pages, toPath, language, words, label, isNoFollow = false }: PagesProps) {
  if (pages < 2) return null
  const labels = getLabels(language)
  const toRel = (rel: string) => (isNoFollow ? `${rel} nofollow` : rel)
  return (
    <nav className="pagination" aria-label={label ?? labels.listPages}>
      {page > 1 && (
        <a className="pagination-newer" rel={toRel('prev')} href={toPath(Math.min(page - 1, pages))}>
          {words?.newer ?? labels.previous}
        </a>
      )}
      <p className="pagination-place">{labels.pageOf(page, pages)}</p>
      <ol>
        {listPageNumbers(page, pages).map((number) => (
          <li key={number}>
            <a
              href={toPath(number)}
              {...(isNoFollow ? { rel: 'nofollow' } : {})}
              {...(number === page ? { 'aria-current': 'page' } : {})}
            >
              <span className="visually-hidden">{labels.page} </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination-older" rel={toRel('next')} href={toPath(page + 1)}>
          {words?.older ?? labels.next}
        </a>
      )}
    </nav>
  )
}
