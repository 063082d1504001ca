import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { listCorrected } from '#lib/queries/corrected.ts'
import { getPage, getSite } from '#lib/queries/queries.ts'
import { renderPage } from '#lib/queries/render/render-text.ts'
import { buildStandingMetadata } from '#lib/seo/list-metadata.ts'
import { CorrectionList } from '../_components/CorrectionList.tsx'
import { ListHeader } from '../_components/ListHeader.tsx'
import { StandingJsonLd } from '../_components/StandingJsonLd.tsx'
import { StandingPage } from '../_components/StandingPage.tsx'

const SLUG = 'corrections'

const MAX_STORIES = 1_000

export async function generateMetadata(): Promise<Metadata> {
  const [site, page] = await Promise.all([getSite(), getPage(SLUG)])
  return buildStandingMetadata(page ?? toPlainPage(site), site, getEnv().siteUrl)
}

/** The editors' own words on corrections, where they wrote some, and below them all there are. */
export default async function CorrectionsPage() {
  const now = new Date()
  const [site, page, stories] = await Promise.all([getSite(), getPage(SLUG), listCorrected(MAX_STORIES, now)])
  const plain = toPlainPage(site)
  return (
    <>
      <StandingJsonLd page={page ?? plain} stories={stories} site={site} />
      {page === null ? (
        <div className="shell list-page">
          <ListHeader kicker={site.name} title={plain.title} description={plain.description} />
        </div>
      ) : (
        <StandingPage page={page} html={(await renderPage(page, now)).html} site={site} />
      )}
      <div className="shell">
        <CorrectionList stories={stories} site={site} />
      </div>
    </>
  )
}

/** What the page is where the editors wrote none. */
function toPlainPage({ language }: Pick<Site, 'language'>) {
  const { corrections, correctionsText } = getLabels(language)
  return { title: corrections, description: correctionsText, slug: SLUG, language }
}
