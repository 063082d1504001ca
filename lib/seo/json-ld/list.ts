import type { CollectionPage, Graph, Organization, Person, ProfilePage } from 'schema-dts'
import type { Author } from '#lib/content/page.ts'
import type { PostSummary } from '#lib/content/post.ts'
import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { buildBreadcrumbs, type Crumb } from './breadcrumbs.ts'
import { buildItemList } from './item-list.ts'
import { buildOrganization, type Publisher, toOrganizationId } from './organization.ts'

export type ListGraphFacts = {
  list: ListRef
  page: number
  /** What the list is called. */
  name: string
  /** Pages between the front page and this list. */
  parents?: readonly Crumb[]
  stories: readonly Pick<PostSummary, 'slug' | 'title'>[]
  /** Who the author of an author's list is; null where unknown. */
  author?: Author | null
  /** Where the author's picture is; null where there is none. */
  portrait?: string | null
  site: Publisher
  siteUrl: string
}

/** One page of a list: what is on it, the way to it, and who publishes it. An author's first page is a profile. */
export function buildListGraph(facts: ListGraphFacts): Graph {
  const { list, page, name, parents = [], site, siteUrl } = facts
  const crumbs = [{ name: site.name, path: '/' }, ...parents, { name, path: toListPath(list, page) }]
  const isProfile = list.kind === 'author' && page === 1
  return {
    '@context': 'https://schema.org',
    '@graph': [
      isProfile ? buildProfile(facts) : buildCollection(facts),
      buildBreadcrumbs(list.kind === 'all' && page === 1 ? crumbs.slice(0, 1) : crumbs, siteUrl),
      buildOrganization(site, siteUrl),
    ],
  }
}

function buildCollection({ list, page, name, stories, siteUrl }: ListGraphFacts): CollectionPage {
  const url = siteUrl + toListPath(list, page)
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    publisher: { '@id': toOrganizationId(siteUrl) },
    mainEntity: buildItemList(stories, siteUrl),
  }
}

function buildProfile({ list, name, author = null, portrait = null, siteUrl }: ListGraphFacts): ProfilePage {
  const url = siteUrl + toListPath(list)
  const facts = {
    name,
    url,
    ...(author === null || author.description === '' ? {} : { description: author.description }),
    ...(author === null || author.links.length === 0 ? {} : { sameAs: author.links }),
    ...(portrait === null ? {} : { image: new URL(portrait, siteUrl).href }),
  }
  const organization: Organization = { '@type': 'Organization', '@id': `${url}#organization`, ...facts }
  const person: Person = {
    '@type': 'Person',
    '@id': `${url}#person`,
    ...facts,
    worksFor: { '@id': toOrganizationId(siteUrl) },
    ...(author === null || author.role === '' ? {} : { jobTitle: author.role }),
  }
  const mainEntity = author?.type === 'organization' ? organization : person
  return { '@type': 'ProfilePage', '@id': url, url, name, mainEntity }
}
