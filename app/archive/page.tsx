import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite, listMonths } from '#lib/queries/queries.ts'
import { buildStandingMetadata } from '#lib/seo/list-metadata.ts'
import { ArchiveYears } from '../_archive/ArchiveYears.tsx'
import { planYears } from '../_archive/plan-years.ts'
import { ListHeader } from '../_components/ListHeader.tsx'
import { StandingJsonLd } from '../_components/StandingJsonLd.tsx'
import { SearchForm } from '../_search/SearchForm.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  const { archive: title, wholeArchiveText } = getLabels(site.language)
  const description = wholeArchiveText(site.name)
  return buildStandingMetadata({ title, description, slug: 'archive' }, site, getEnv().siteUrl)
}

export default async function ArchivePage() {
  const [site, months] = await Promise.all([getSite(), listMonths(new Date())])
  const labels = getLabels(site.language)
  const page = {
    slug: 'archive',
    title: labels.archive,
    description: labels.archiveText,
    language: site.language,
  }
  return (
    <div className="shell list-page">
      <StandingJsonLd page={page} site={site} />
      <ListHeader kicker={labels.paper} title={labels.archive} description={labels.archiveText}>
        {site.search.isOn && <SearchForm language={site.language} />}
      </ListHeader>
      <ArchiveYears years={planYears(months)} language={site.language} />
    </div>
  )
}
