import type { Metadata } from 'next'
import { getEnv } from '#lib/config/env.ts'
import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite, listSections } from '#lib/queries/queries.ts'
import { listFeedLinks } from '#lib/seo/feed-links.ts'
import { buildStandingMetadata } from '#lib/seo/list-metadata.ts'
import { ListHeader } from '../_components/ListHeader.tsx'
import { StandingJsonLd } from '../_components/StandingJsonLd.tsx'
import { FeedTable } from './FeedTable.tsx'

const SLUG = 'feeds'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return buildStandingMetadata(describe(site), site, getEnv().siteUrl)
}

/** The feeds as people see them: the paper's and each section's. */
export default async function FeedsPage() {
  const [site, sections] = await Promise.all([getSite(), listSections(new Date())])
  const labels = getLabels(site.language)
  const { title, description, ...about } = describe(site)
  const lists = [
    { name: labels.allStories, links: listFeedLinks({ kind: 'all' }, '', site) },
    ...sections.map(({ slug, name }) => ({
      name,
      links: listFeedLinks({ kind: 'section', slug }, name, site).slice(0, 3),
    })),
  ]
  return (
    <div className="shell list-page">
      <StandingJsonLd page={{ ...about, title, description }} site={site} />
      <ListHeader kicker={labels.paper} title={title} description={description} />
      <FeedTable lists={lists} language={site.language} />
    </div>
  )
}

function describe({ language }: Pick<Site, 'language'>) {
  const { feeds, feedsText } = getLabels(language)
  return { slug: SLUG, title: feeds, description: feedsText, language }
}
