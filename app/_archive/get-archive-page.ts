import { notFound } from 'next/navigation'
import { getSite, type ListRef, listMonths, listPosts } from '#lib/queries/queries.ts'
import { openFurtherPage } from '../_routing/open-list.ts'
import { parseMonth, parseYear } from '../_routing/segments.ts'
import { planYears } from './plan-years.ts'

/** Which page of which time a URL asks for: its segments as typed, null where it has none. */
export type ArchiveAddress = { year: string; month: string | null; page: string | null }

/** One page of a year or month, with the year's calendar. Answers 404 when nothing was printed then. */
export async function getArchivePage(address: ArchiveAddress, now: Date) {
  const list = parseList(address)
  if (list === null) notFound()
  const { page } = address
  const stories = page === null ? await listPosts(list, 1, now) : await openFurtherPage(list, page, now)
  const sheet = planYears(await listMonths(now)).find(({ year }) => year === list.year)
  if (sheet === undefined || stories.total === 0) notFound()
  return { list, stories, sheet, site: await getSite() }
}

function parseList({ year: yearText, month: monthText }: ArchiveAddress) {
  const year = parseYear(yearText)
  if (year === null) return null
  if (monthText === null) return { kind: 'year', year } satisfies ListRef
  const month = parseMonth(monthText)
  return month === null ? null : ({ kind: 'month', year, month } satisfies ListRef)
}
