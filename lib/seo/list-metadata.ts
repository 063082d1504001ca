import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import { formatMonth } from '#lib/format/people-dates.ts'
import type { ListRef } from '#lib/index/queries.ts'
import { listFeedLinks } from './feed-links.ts'
import { toHeadText } from './head-text.ts'
import { buildPageMetadata } from './page-metadata.ts'
import { toListPath, toPagePath } from './paths.ts'

type Paper = Pick<Site, 'name' | 'tagline' | 'description' | 'language' | 'logo'>

export type ListFacts = {
  list: ListRef
  page: number
  /** How many pages the list has; nothing is said of further ones where that is left out. */
  pages?: number
  /** What the section, tag or author is called; '' for the other lists. */
  name: string
  /** In the editors' own words; '' when they said nothing. */
  description: string
}

/** The head of one page of a list. Each page names itself as canonical: the stories differ. */
export function buildListMetadata(facts: ListFacts, site: Paper, siteUrl: string) {
  const { list, page, pages = page } = facts
  const first = describeList(facts, site)
  const title = page === 1 ? first.title : `${first.title}, page ${page}`
  const description = page === 1 ? first.description : `Page ${page} of ${first.title} in ${site.name}.`
  const about = {
    title,
    description,
    path: toListPath(list, page),
    links: listFeedLinks(list, facts.name, site),
    previous: page > 1 ? toListPath(list, page - 1) : null,
    next: page < pages ? toListPath(list, page + 1) : null,
  }
  return buildPageMetadata(about, site, siteUrl)
}

/** The head of the front page, where the title is the paper's own name. */
export function buildHomeMetadata(site: Paper, siteUrl: string, pages = 1) {
  const description = site.description === '' ? site.tagline : site.description
  const links = listFeedLinks({ kind: 'all' }, '', site)
  const next = pages > 1 ? toListPath({ kind: 'all' }, 2) : null
  const page = buildPageMetadata({ title: site.name, description, path: '/', links, next }, site, siteUrl)
  return { ...page, title: toHeadText(site.tagline === '' ? site.name : `${site.name}: ${site.tagline}`) }
}

/** The head of a page that is not news. */
export function buildStandingMetadata(
  { title, description, slug }: Pick<Page, 'title' | 'description' | 'slug'>,
  site: Paper,
  siteUrl: string,
) {
  const links = listFeedLinks({ kind: 'all' }, '', site)
  return buildPageMetadata({ title, description, path: toPagePath(slug), links }, site, siteUrl)
}

function describeList({ list, name, description }: ListFacts, site: Paper) {
  switch (list.kind) {
    case 'all':
      return { title: 'All stories', description: '' }
    case 'section':
      return { title: name, description: description || `${name}: the latest stories from ${site.name}.` }
    case 'tag':
      return { title: name, description: `Every story about ${name} in ${site.name}.` }
    case 'author':
      return { title: name, description: description || `What ${name} writes for ${site.name}.` }
    case 'year':
      return describeArchive(String(list.year), site)
    case 'month':
      return describeArchive(formatMonth(list.year, list.month, site.language), site)
  }
}

function describeArchive(time: string, site: Paper) {
  return { title: `Archive: ${time}`, description: `Every story ${site.name} published in ${time}.` }
}
