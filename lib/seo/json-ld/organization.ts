import type { NewsMediaOrganization } from 'schema-dts'
import type { Site } from '#lib/config/site.ts'

export type Publisher = Pick<Site, 'name' | 'publisher' | 'logo' | 'social' | 'email' | 'policies'>

/** The address the paper is known by in every graph. */
export function toOrganizationId(siteUrl: string): string {
  return `${siteUrl}/#organization`
}

/** Who publishes: name, logo, accounts, and where it says how it works. */
export function buildOrganization(site: Publisher, siteUrl: string): NewsMediaOrganization {
  const policies = Object.entries(site.policies).flatMap(([name, address]) =>
    address === undefined ? [] : [[name, new URL(address, siteUrl).href]],
  )
  return {
    '@type': 'NewsMediaOrganization',
    '@id': toOrganizationId(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    ...(site.publisher === undefined || site.publisher.name === site.name
      ? {}
      : { legalName: site.publisher.name }),
    logo: {
      '@type': 'ImageObject',
      url: new URL(site.logo ?? '/icon-512.png', siteUrl).href,
    },
    ...(site.social.length === 0 ? {} : { sameAs: site.social }),
    ...(site.email === undefined ? {} : { email: site.email }),
    ...Object.fromEntries(policies),
  }
}
