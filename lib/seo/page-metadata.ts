import type { Site } from '#lib/config/site.ts'
import { toHeadName, toHeadText } from './head-text.ts'
import { toOpenGraphLocale } from './locale.ts'

/** A picture for a link preview: a path or an absolute URL, what it shows, and its size where that is known. */
export type PreviewImage = { url: string; alt: string; width?: number; height?: number; type?: string }

/** A link in the head: an absolute path, and what the program that finds it calls it. */
export type HeadLink = { path: string; type: string; title: string }

export type PageFacts = {
  /** Without the paper's name. */
  title: string
  description: string
  /** Absolute path of the page itself, further pages of a list included. */
  path: string
  image?: PreviewImage | null
  /** The page's own feeds and other forms of it. */
  links?: readonly HeadLink[]
  /** The same page in other languages: language → path. */
  languages?: Readonly<Record<string, string>>
  /** Whether search engines are asked to leave it out. */
  isUnindexed?: boolean
  /** The pages of a list before and after this one. */
  previous?: string | null
  next?: string | null
}

type PageSite = Pick<Site, 'name' | 'language' | 'logo'>

/** What every page says of itself in its head: the shape Next's `generateMetadata` returns, as a plain object. */
export function buildPageMetadata(facts: PageFacts, site: PageSite, siteUrl: string) {
  const image = facts.image ?? null
  const title = toHeadText(facts.title)
  const paper = toHeadName(site.name)
  const described = facts.description === '' ? {} : { description: toHeadText(facts.description) }
  return {
    metadataBase: new URL(siteUrl),
    title: `${title} — ${paper}`,
    ...described,
    alternates: toAlternates(facts),
    pagination: toPagination(facts),
    robots: facts.isUnindexed === true ? { index: false } : { 'max-image-preview': 'large' as const },
    openGraph: {
      type: 'website' as const,
      title,
      ...described,
      url: facts.path,
      siteName: paper,
      locale: toOpenGraphLocale(site.language),
      ...toImages(image, site),
    },
    twitter: {
      card: image === null ? ('summary' as const) : ('summary_large_image' as const),
      title,
      ...described,
      ...toImages(image, site),
    },
  }
}

function toAlternates({ path, links = [], languages }: PageFacts) {
  const types = Map.groupBy(links, ({ type }) => type)
  const descriptors = [...types].map(([type, group]) => [
    type,
    group.map(({ path: url, title }) => ({ url, title })),
  ])
  return {
    canonical: path,
    ...(links.length === 0 ? {} : { types: Object.fromEntries(descriptors) }),
    ...(languages === undefined ? {} : { languages }),
  }
}

function toPagination({ previous = null, next = null }: PageFacts) {
  return { ...(previous === null ? {} : { previous }), ...(next === null ? {} : { next }) }
}

/** A page without a picture shows the paper's own. */
function toImages(image: PreviewImage | null, { name, logo }: PageSite): { images?: PreviewImage[] } {
  if (image !== null) return { images: [{ ...image, alt: toHeadText(image.alt) }] }
  return logo === undefined ? {} : { images: [{ url: logo, alt: toHeadName(name) }] }
}
