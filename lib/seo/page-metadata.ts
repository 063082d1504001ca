import type { Site } from '#lib/config/site.ts'
import { toHeadName, toHeadText } from './head-text.ts'
import { getPaperCard } from './list-card.ts'
import { toOpenGraphLocale } from './locale.ts'
import type { PreviewImage } from './preview-image.ts'
import { findXHandle } from './social-accounts.ts'

/** A link in the head: an absolute path, and what the program that finds it calls it. */
export type HeadLink = { path: string; type: string; title: string }

export type PageFacts = {
  /** Without the paper's name. */
  title: string
  description: string
  /** Absolute path of the page itself, further pages of a list included. */
  path: string
  /** Without one the page is shared with the paper's own card. */
  image?: PreviewImage | null
  /** The page's own feeds and other forms of it. */
  links?: readonly HeadLink[]
  /** The same page in other languages: language → path. */
  languages?: Readonly<Record<string, string>>
  /** Whether search engines are asked to leave it out. */
  isUnindexed?: boolean
}

export type PageSite = Pick<
  Site,
  'name' | 'tagline' | 'description' | 'language' | 'logo' | 'social' | 'theme' | 'timeZone'
>

/**
 * What every page says of itself in its head: the shape Next's `generateMetadata` returns, as a plain object. All
 * addresses are whole: Next would take the slash from the front page's.
 */
export function buildPageMetadata(facts: PageFacts, site: PageSite, siteUrl: string) {
  const title = toHeadText(facts.title)
  const paper = toHeadName(site.name)
  const described = facts.description === '' ? {} : { description: toHeadText(facts.description) }
  const images = [toWholeImage(facts.image ?? getPaperCard(site), siteUrl)]
  const account = findXHandle(site.social)
  return {
    title: `${title} — ${paper}`,
    ...described,
    alternates: toAlternates(facts, siteUrl),
    robots: facts.isUnindexed === true ? { index: false } : { 'max-image-preview': 'large' as const },
    openGraph: {
      type: 'website' as const,
      title,
      ...described,
      url: new URL(facts.path, siteUrl).href,
      siteName: paper,
      locale: toOpenGraphLocale(site.language),
      images,
    },
    twitter: {
      card: 'summary_large_image' as const,
      ...(account === null ? {} : { site: account }),
      title,
      ...described,
      images,
    },
  }
}

function toAlternates({ path, links = [], languages = {} }: PageFacts, siteUrl: string) {
  const toUrl = (address: string) => new URL(address, siteUrl).href
  const types = [...Map.groupBy(links, ({ type }) => type)].map(([type, group]) => [
    type,
    group.map(({ path: address, title }) => ({ url: toUrl(address), title })),
  ])
  const versions = Object.entries(languages).map(([language, address]) => [language, toUrl(address)])
  return {
    canonical: toUrl(path),
    ...(types.length === 0 ? {} : { types: Object.fromEntries(types) }),
    ...(versions.length === 0 ? {} : { languages: Object.fromEntries(versions) }),
  }
}

function toWholeImage(image: PreviewImage, siteUrl: string): PreviewImage {
  return { ...image, url: new URL(image.url, siteUrl).href, alt: toHeadText(image.alt) }
}
