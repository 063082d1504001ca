import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import { getPage, getSite } from '#lib/index/queries.ts'
import { renderPage } from '#lib/index/render-text.ts'
import { buildStandingMetadata } from '#lib/seo/list-metadata.ts'
import { StandingPage } from '../_components/StandingPage.tsx'
import { answerMissing } from '../_routing/answer-missing.ts'
import { decodeSegment } from '../_routing/segments.ts'

type Props = { params: Promise<{ path: string[] }> }

export function generateStaticParams(): { path: string[] }[] {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page, site } = await openStandingPage((await params).path, new Date())
  return buildStandingMetadata(page, site, getEnv().siteUrl)
}

export default async function StandingPageOrAlias({ params }: Props) {
  const now = new Date()
  const { page, site } = await openStandingPage((await params).path, now)
  return <StandingPage page={page} html={(await renderPage(page, now)).html} site={site} />
}

/** A path no other route answers: a standing page, else a story's former address, else nothing. */
async function openStandingPage(path: readonly string[], now: Date) {
  const slug = path.length === 1 ? decodeSegment(path.join()) : null
  const page = slug === null ? null : await getPage(slug)
  if (page === null) return answerMissing(`/${path.join('/')}`, now)
  return { page, site: await getSite() }
}
