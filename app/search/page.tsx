import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEnv } from '#lib/config/env.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite, listSections } from '#lib/queries/queries.ts'
import { searchStories } from '#lib/queries/search/search-stories.ts'
import { toPath } from '#lib/routes/paths.ts'
import { parseAsked, toSearchPath } from '#lib/search/asked.ts'
import { buildPageMetadata } from '#lib/seo/page-metadata.ts'
import { ListHeader } from '../_components/ListHeader.tsx'
import { SearchForm } from '../_search/SearchForm.tsx'
import { SearchResults } from '../_search/SearchResults.tsx'
import { toHeading } from '../_search/to-heading.ts'
import '../_search/Search.css'

type Props = { searchParams: Promise<unknown> }

/** Pages of hits are for their readers, not for other searches; the links on them may be followed. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = parseAsked(await searchParams)
  const site = await getSite()
  const labels = getLabels(site.language)
  const title = asked.q === '' ? labels.search : labels.hitsFor(asked.q)
  const feed = {
    path: toSearchPath({ ...asked, page: 1 }, toPath('searchFeed')),
    type: 'application/rss+xml',
    title,
  }
  const facts = { title, description: '', path: toPath('search'), links: asked.q === '' ? [] : [feed] }
  return { ...buildPageMetadata(facts, site, getEnv().siteUrl), robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: Props) {
  const asked = parseAsked(await searchParams)
  const now = new Date()
  const site = await getSite()
  if (!site.search.isOn) notFound()
  const [sections, result] = await Promise.all([listSections(now), searchStories(asked, now)])
  const labels = getLabels(site.language)
  const sectionNames = new Map(sections.map(({ slug, name }) => [slug, name]))
  return (
    <div className="shell list-page">
      <ListHeader kicker={labels.search} title={toHeading(result, labels)}>
        <SearchForm language={site.language} asked={asked} hint />
      </ListHeader>
      {result.isPartial && <p className="search-note">{labels.searchPartial}</p>}
      {result.asked && (
        <SearchResults asked={asked} result={result} site={site} sectionNames={sectionNames} />
      )}
    </div>
  )
}
