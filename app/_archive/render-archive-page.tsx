import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath, toPagePath } from '#lib/routes/paths.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import { ListJsonLd } from '../_lists/ListJsonLd.tsx'
import { ListPage } from '../_lists/ListPage.tsx'
import { type ArchiveAddress, getArchivePage } from './get-archive-page.ts'
import { MonthGrid } from './MonthGrid.tsx'

/** One page of what was printed in a year or month, under the year's calendar. */
export async function renderArchivePage(address: ArchiveAddress) {
  const { list, stories, sheet, site } = await getArchivePage(address, new Date())
  const labels = getLabels(site.language)
  const month = list.kind === 'month' ? list.month : null
  const title = month === null ? String(list.year) : formatMonth(list.year, month, site.language)
  const parents = [
    { name: labels.archive, path: toPagePath('archive') },
    ...(month === null
      ? []
      : [{ name: String(list.year), path: toListPath({ kind: 'year', year: list.year }) }]),
  ]
  return (
    <>
      <ListJsonLd list={list} stories={stories} site={site} name={title} parents={parents} />
      <ListPage list={list} stories={stories} site={site} kicker={labels.archive} title={title}>
        <nav aria-label={labels.monthsOf(list.year)}>
          <MonthGrid sheet={sheet} language={site.language} current={month} />
        </nav>
      </ListPage>
    </>
  )
}
