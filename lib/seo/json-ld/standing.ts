import type { AboutPage, CollectionPage, ContactPage, Graph, WebPage } from 'schema-dts'
import type { Page } from '#lib/content/page.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { toPagePath } from '#lib/routes/paths.ts'
import { buildBreadcrumbs } from './breadcrumbs.ts'
import { buildItemList } from './item-list.ts'
import { buildOrganization, type Publisher, toOrganizationId } from './organization.ts'

export type StandingGraphFacts = {
  page: Pick<Page, 'slug' | 'title' | 'description' | 'language'>
  /** The stories the page lists; null for one that lists none, empty for a list that has none yet. */
  stories?: readonly Pick<PostSummary, 'slug' | 'title'>[] | null
  site: Publisher
  siteUrl: string
}

type StandingPage = WebPage | AboutPage | ContactPage | CollectionPage

/** Pages every paper has by one name or another, where schema.org has a word for them. */
const TYPES = new Map<string, 'AboutPage' | 'ContactPage' | 'CollectionPage'>([
  ['about', 'AboutPage'],
  ['contact', 'ContactPage'],
  ['archive', 'CollectionPage'],
  ['corrections', 'CollectionPage'],
  ['sections', 'CollectionPage'],
  ['tags', 'CollectionPage'],
  ['authors', 'CollectionPage'],
  ['feeds', 'CollectionPage'],
])

/** A page that is not news: what it is, the way to it, and who publishes it. */
export function buildStandingGraph(facts: StandingGraphFacts): Graph {
  const { page, site, siteUrl } = facts
  const crumbs = [
    { name: site.name, path: '/' },
    { name: page.title, path: toPagePath(page.slug) },
  ]
  return {
    '@context': 'https://schema.org',
    '@graph': [buildStandingPage(facts), buildBreadcrumbs(crumbs, siteUrl), buildOrganization(site, siteUrl)],
  }
}

function buildStandingPage({ page, stories = null, siteUrl }: StandingGraphFacts): StandingPage {
  const url = siteUrl + toPagePath(page.slug)
  return {
    '@type': TYPES.get(page.slug) ?? 'WebPage',
    '@id': url,
    url,
    name: page.title,
    ...(page.description === '' ? {} : { description: page.description }),
    inLanguage: page.language,
    publisher: { '@id': toOrganizationId(siteUrl) },
    ...(stories === null ? {} : { mainEntity: buildItemList(stories, siteUrl) }),
  }
}
