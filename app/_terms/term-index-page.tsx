import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { listTerms } from '#lib/queries/list-terms.ts'
import { getSite } from '#lib/queries/queries.ts'
import { buildTermIndexMetadata } from '#lib/seo/list-metadata.ts'
import { StandingJsonLd } from '../_components/StandingJsonLd.tsx'
import { parsePageNumber } from '../_routing/segments.ts'
import { describeTerms, type TermKind } from './describe-terms.ts'
import { TermIndex } from './TermIndex.tsx'

/** The head of one page of all sections, topics or writers; `segment` is its number as typed, null for the first. */
export async function buildTermsMetadata(kind: TermKind, segment: string | null): Promise<Metadata> {
  const site = await getSite()
  const page = segment === null ? 1 : (parsePageNumber(segment) ?? 1)
  return buildTermIndexMetadata({ kind, page, ...describeTerms(kind, site) }, site, getEnv().siteUrl)
}

export async function renderTermsPage(kind: TermKind, segment: string | null) {
  const page = segment === null ? 1 : parsePageNumber(segment)
  if (page === null || segment === '1') notFound()
  const [site, terms] = await Promise.all([getSite(), listTerms(kind, page, new Date())])
  if (page > 1 && terms.terms.length === 0) notFound()
  const about = { slug: `${kind}s`, language: site.language, ...describeTerms(kind, site) }
  return (
    <>
      <StandingJsonLd page={about} site={site} />
      <TermIndex kind={kind} terms={terms} site={site} />
    </>
  )
}
