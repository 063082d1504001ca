import type { Site } from '#lib/config/site.ts'
import { toOpenGraphLocale } from './locale.ts'

/** A picture for a link preview: a path or an absolute URL, what it shows, and what it measures where that is known. */
export type PreviewImage = { url: string; alt: string; width?: number; height?: number; type?: string }

export type PageFacts = {
  /** Without the paper's name. */
  title: string
  description: string
  /** Absolute path of the page itself, further pages of a list included. */
  path: string
  image?: PreviewImage | null
}

/** What every page says of itself in its head: the shape Next's `generateMetadata` returns, as a plain object. */
export function buildPageMetadata(facts: PageFacts, site: Pick<Site, 'name' | 'language'>, siteUrl: string) {
  const image = facts.image ?? null
  return {
    metadataBase: new URL(siteUrl),
    title: `${facts.title} — ${site.name}`,
    ...(facts.description === '' ? {} : { description: facts.description }),
    alternates: { canonical: facts.path },
    robots: { 'max-image-preview': 'large' as const },
    openGraph: {
      type: 'website' as const,
      title: facts.title,
      ...(facts.description === '' ? {} : { description: facts.description }),
      url: facts.path,
      siteName: site.name,
      locale: toOpenGraphLocale(site.language),
      ...(image === null ? {} : { images: [image] }),
    },
    twitter: {
      card: 'summary_large_image' as const,
      title: facts.title,
      ...(facts.description === '' ? {} : { description: facts.description }),
      ...(image === null ? {} : { images: [image] }),
    },
  }
}
