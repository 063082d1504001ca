import type { Graph, WebSite } from 'schema-dts'
import type { Site } from '#lib/config/site.ts'
import { buildOrganization, type Publisher, toOrganizationId } from './organization.ts'

type HomeSite = Publisher & Pick<Site, 'tagline' | 'description' | 'language'>

/** The front page: the site and who publishes it. */
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
  }
  return { '@context': 'https://schema.org', '@graph': [website, buildOrganization(site, siteUrl)] }
}
