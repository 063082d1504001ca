import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { getPage, getSite } from '#lib/queries/queries.ts'
import { renderPage } from '#lib/queries/render/render-text.ts'
import { buildStandingMetadata } from '#lib/seo/list-metadata.ts'
import { StandingJsonLd } from '../_components/StandingJsonLd.tsx'
import { StandingPage } from '../_components/StandingPage.tsx'
import { decodeSegment } from '../_routing/segments.ts'

export { prerenderNone as generateStaticParams } from '../_routing/prerender-none.ts'

type Props = { params: Promise<{ path: string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page, site } = await openStandingPage((await params).path)
  return buildStandingMetadata(page, site, getEnv().siteUrl)
}

export default async function StandingPageRoute({ params }: Props) {
  const { page, site } = await openStandingPage((await params).path)
  return (
    <>
      <StandingJsonLd page={page} site={site} />
      <StandingPage page={page} html={(await renderPage(page, new Date())).html} site={site} />
    </>
  )
}

/** A path no other route answers: a standing page or nothing. */
async function openStandingPage(path: readonly string[]) {
  const slug = path.length === 1 ? decodeSegment(path.join()) : null
  const page = slug === null ? null : await getPage(slug)
  if (page === null) notFound()
  return { page, site: await getSite() }
}
