import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { MonthGrid } from './MonthGrid.tsx'
import type { YearSheet } from './plan-years.ts'
import './ArchiveYears.css'

/** Everything ever printed, as a stack of calendars, newest on top. */
export function ArchiveYears({ years, language }: { years: readonly YearSheet[]; language: string }) {
  const labels = getLabels(language)
  if (years.length === 0) return <p className="list-empty">{labels.nothingPrinted}</p>
  return (
    <div className="archive">
      {years.map((sheet) => (
        <section key={sheet.year} className="archive-year">
          <h2>
            <a href={toListPath({ kind: 'year', year: sheet.year })}>{sheet.year}</a>
            <span>{labels.stories(sheet.total)}</span>
          </h2>
          <MonthGrid sheet={sheet} language={language} />
        </section>
      ))}
    </div>
  )
}
