import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath, toPagePath } from '#lib/routes/paths.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import { listFeedLinks } from './feed-links.ts'
import { toHeadText } from './head-text.ts'
import { buildPageMetadata } from './page-metadata.ts'

type ListSite = Pick<Site, 'name' | 'tagline' | 'description' | 'language' | 'logo'>

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
export function buildListMetadata(facts: ListFacts, site: ListSite, siteUrl: string) {
  const { list, page, pages = page } = facts
  const about = {
    ...describePage(facts, site),
    path: toListPath(list, page),
    links: listFeedLinks(list, facts.name, site),
    previous: page > 1 ? toListPath(list, page - 1) : null,
    next: page < pages ? toListPath(list, page + 1) : null,
  }
  return buildPageMetadata(about, site, siteUrl)
}

/** The head of the front page, where the title is the paper's own name. */
export function buildHomeMetadata(site: ListSite, siteUrl: string, pages = 1) {
  const description = site.description === '' ? site.tagline : site.description
  const links = listFeedLinks({ kind: 'all' }, '', site)
  const next = pages > 1 ? toListPath({ kind: 'all' }, 2) : null
  const page = buildPageMetadata({ title: site.name, description, path: '/', links, next }, site, siteUrl)
  return { ...page, title: toHeadText(site.tagline === '' ? site.name : `${site.name}: ${site.tagline}`) }
}

/** The head of a page that is not news. */
export function buildStandingMetadata(
  {
    title,
    description,
    slug,
    crawling,
  }: Pick<Page, 'title' | 'description' | 'slug'> & Partial<Pick<Page, 'crawling'>>,
  site: ListSite,
  siteUrl: string,
) {
  const links = listFeedLinks({ kind: 'all' }, '', site)
  const isUnindexed = crawling === 'no-index'
  return buildPageMetadata({ title, description, path: toPagePath(slug), links, isUnindexed }, site, siteUrl)
}

function describePage(facts: ListFacts, site: ListSite) {
  const first = describeList(facts, site)
  const { page } = facts
  if (page === 1) return first
  const labels = getLabels(site.language)
  return {
    title: labels.furtherPage(first.title, page),
    description: labels.furtherPageText(first.title, page, site.name),
  }
}

function describeList({ list, name, description }: ListFacts, site: ListSite) {
  const labels = getLabels(site.language)
  switch (list.kind) {
    case 'all':
      return { title: labels.allStories, description: '' }
    case 'section':
      return { title: name, description: description || labels.sectionText(name, site.name) }
    case 'tag':
      return { title: name, description: labels.topicText(name, site.name) }
    case 'author':
      return { title: name, description: description || labels.writerText(name, site.name) }
    case 'year':
      return describeArchive(String(list.year), site)
    case 'month':
      return describeArchive(formatMonth(list.year, list.month, site.language), site)
  }
}

function describeArchive(time: string, site: ListSite) {
  const labels = getLabels(site.language)
  return { title: labels.archiveOf(time), description: labels.archiveOfText(time, site.name) }
}
