import type { Graph, SearchAction, WebSite } from 'schema-dts'
import type { Site } from '#lib/config/site.ts'
import { toPath } from '#lib/routes/paths.ts'
import { buildOrganization, type Publisher, toOrganizationId } from './organization.ts'

type HomeSite = Publisher & Pick<Site, 'tagline' | 'description' | 'language' | 'search'>

/** schema-dts leaves out the annotations of actions: which part of the address a reader fills in. */
type SiteSearch = SearchAction & { 'query-input': string }

/** The front page: the site, where it is searched, and who publishes it. */
export function buildHomeGraph(site: HomeSite, siteUrl: string): Graph {
  const about = site.description || site.tagline
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#website`,
    url: `${siteUrl}/`,
    name: site.name,
    ...(about === '' ? {} : { description: about }),
    inLanguage: site.language,
    publisher: { '@id': toOrganizationId(siteUrl) },
    ...(site.search.isOn ? { potentialAction: buildSearch(siteUrl + toPath('search')) } : {}),
  }
  return { '@context': 'https://schema.org', '@graph': [website, buildOrganization(site, siteUrl)] }
}

function buildSearch(address: string): SiteSearch {
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${address}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
}
