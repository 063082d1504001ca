import type { Page } from '#lib/content/page.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { ListRef } from '#lib/queries/queries.ts'
import { toListPath, toPagePath, toTermIndexPath } from '#lib/routes/paths.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import { listFeedLinks } from './feed-links.ts'
import { toHeadText } from './head-text.ts'
import { getListCard } from './list-card.ts'
import { buildPageMetadata, type PageSite } from './page-metadata.ts'
import type { PreviewImage } from './preview-image.ts'

export type ListFacts = {
  list: ListRef
  page: number
  /** What the section, tag or author is called; '' for the other lists. */
  name: string
  /** In the editors' own words; '' when they said nothing. */
  description: string
  /** Its stories' or its writer's picture; the list's own card where there is none. */
  image?: PreviewImage | null
}

/**
 * The head of one page of a list. Each page names itself as canonical: the stories differ. The pages before and after are
 * links of the page alone: Firefox fetches those of a head, against the page's own policy.
 */
export function buildListMetadata(facts: ListFacts, site: PageSite, siteUrl: string) {
  const { list, page, name } = facts
  const about = {
    ...describePage(facts, site),
    path: toListPath(list, page),
    links: listFeedLinks(list, name, site),
    image: facts.image ?? getListCard(list, name, site),
  }
  const head = buildPageMetadata(about, site, siteUrl)
  if (list.kind !== 'author' || page > 1) return head
  return { ...head, openGraph: { ...head.openGraph, type: 'profile' as const } }
}

/** The head of the front page, where the title is the paper's own name. */
export function buildHomeMetadata(site: PageSite, siteUrl: string, image: PreviewImage | null = null) {
  const description = site.description === '' ? site.tagline : site.description
  const links = listFeedLinks({ kind: 'all' }, '', site)
  const page = buildPageMetadata({ title: site.name, description, path: '/', links, image }, site, siteUrl)
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
  site: PageSite,
  siteUrl: string,
) {
  const links = listFeedLinks({ kind: 'all' }, '', site)
  const isUnindexed = crawling === 'no-index'
  return buildPageMetadata({ title, description, path: toPagePath(slug), links, isUnindexed }, site, siteUrl)
}

type TermIndexFacts = {
  kind: 'section' | 'tag' | 'author'
  page: number
  title: string
  description: string
}

/** The head of one page of all sections, topics or writers. */
export function buildTermIndexMetadata(facts: TermIndexFacts, site: PageSite, siteUrl: string) {
  const { kind, page, title, description } = facts
  const labels = getLabels(site.language)
  const about =
    page === 1
      ? { title, description }
      : {
          title: labels.furtherPage(title, page),
          description: labels.furtherPageText(title, page, site.name),
        }
  const links = listFeedLinks({ kind: 'all' }, '', site)
  return buildPageMetadata({ ...about, path: toTermIndexPath(kind, page), links }, site, siteUrl)
}

function describePage(facts: ListFacts, site: PageSite) {
  const first = describeList(facts, site)
  const { page } = facts
  if (page === 1) return first
  const labels = getLabels(site.language)
  return {
    title: labels.furtherPage(first.title, page),
    description: labels.furtherPageText(first.title, page, site.name),
  }
}

function describeList({ list, name, description }: ListFacts, site: PageSite) {
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

function describeArchive(time: string, site: PageSite) {
  const labels = getLabels(site.language)
  return { title: labels.archiveOf(time), description: labels.archiveOfText(time, site.name) }
}
