import type { Match } from './find-matches.ts'

/** How many of the matches a further choice would leave. */
export type FacetCount = { value: string; total: number }

export type FacetCounts = { sections: FacetCount[]; years: FacetCount[] }

const MAX_SECTIONS = 12
const MAX_YEARS = 12

/** Sections with most matches first; years, the newest first. */
export function countFacets(matches: readonly Match[], timeZone: string): FacetCounts {
  const sections = new Map<string, number>()
  const years = new Map<string, number>()
  const toYear = createYears(timeZone)
  for (const { section, published } of matches) {
    if (section !== null) addOne(sections, section)
    addOne(years, toYear(published))
  }
  return {
    sections: toCounts(sections)
      .toSorted((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1))
      .slice(0, MAX_SECTIONS),
    years: toCounts(years)
      .toSorted((a, b) => Number(b.value) - Number(a.value))
      .slice(0, MAX_YEARS),
  }
}

const DAY_MS = 86_400_000

/** The year of an instant. Calendars are asked only within a day of a year's turn. */
function createYears(timeZone: string): (time: number) => string {
  const calendar = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' })
  return (time) => {
    const before = new Date(time - DAY_MS).getUTCFullYear()
    const after = new Date(time + DAY_MS).getUTCFullYear()
    return before === after ? String(before) : calendar.format(time)
  }
}

function addOne(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function toCounts(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts].map(([value, total]) => ({ value, total }))
}
