import type { MonthSummary } from '#lib/queries/queries.ts'
import { getLargest } from '#lib/text/largest.ts'

/** One cell of the archive's calendar. `level` is how full the month is beside the fullest one, from 0 to 4. */
export type MonthCell = { month: number; total: number; level: number }
export type YearSheet = { year: number; total: number; months: MonthCell[] }

const MONTHS = Array.from({ length: 12 }, (_, position) => position + 1)

/** Sorts months with stories into years of twelve cells each, newest year first. Years without stories are left out. */
export function planYears(months: readonly MonthSummary[]): YearSheet[] {
  const fullest = getLargest(
    months.map(({ total }) => total),
    1,
  )
  const years = [...Map.groupBy(months, ({ year }) => year)].sort(([a], [b]) => b - a)
  return years.map(([year, filled]) => ({
    year,
    total: filled.reduce((sum, { total }) => sum + total, 0),
    months: MONTHS.map((month) => {
      const total = filled.find((candidate) => candidate.month === month)?.total ?? 0
      return { month, total, level: Math.ceil((total / fullest) * 4) }
    }),
  }))
}
