import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { formatMonthName } from '#lib/time/format-date.ts'
import type { MonthCell, YearSheet } from './plan-years.ts'
import './MonthGrid.css'

type Props = { sheet: YearSheet; language: string; current?: number | null }

/** A year as a calendar of twelve months; each with stories leads to them. */
export function MonthGrid({ sheet: { year, months }, language, current = null }: Props) {
  return (
    <ol className="months">
      {months.map((cell) => (
        <li key={cell.month}>
          {cell.total === 0 ? (
            <span className="month month-empty">{formatMonthName(year, cell.month, language)}</span>
          ) : (
            <MonthLink year={year} cell={cell} language={language} isCurrent={cell.month === current} />
          )}
        </li>
      ))}
    </ol>
  )
}

type MonthLinkProps = { year: number; cell: MonthCell; language: string; isCurrent: boolean }

function MonthLink({ year, cell: { month, total, level }, language, isCurrent }: MonthLinkProps) {
  return (
    <a
      className={`month month-level-${level}`}
      href={toListPath({ kind: 'month', year, month })}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
    >
      <span>
        {formatMonthName(year, month, language)}
        <span className="visually-hidden"> {year}:</span>
      </span>
      <span className="month-total">
        <span aria-hidden="true">{total}</span>
        <span className="visually-hidden"> {getLabels(language).stories(total)}</span>
      </span>
    </a>
  )
}
