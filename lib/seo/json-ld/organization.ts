import type { ImageObject, NewsMediaOrganization } from 'schema-dts'
import type { Site } from '#lib/config/site.ts'

export type Publisher = Pick<Site, 'name' | 'publisher' | 'logo' | 'social' | 'email' | 'policies'>

/** The address the paper is known by in every graph. */
export function toOrganizationId(siteUrl: string): string {
  return `${siteUrl}/#organization`
}

/** The paper as part of another node: what a program that follows no `@id` needs of it. */
export function buildPublisher(site: Publisher, siteUrl: string): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': toOrganizationId(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    logo: buildLogo(site, siteUrl),
  }
}

function buildLogo({ logo }: Publisher, siteUrl: string): ImageObject {
  return { '@type': 'ImageObject', url: new URL(logo ?? '/icon-512.png', siteUrl).href }
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
    logo: buildLogo(site, siteUrl),
    ...(site.social.length === 0 ? {} : { sameAs: site.social }),
    ...(site.email === undefined ? {} : { email: site.email }),
    ...Object.fromEntries(policies),
  }
}
