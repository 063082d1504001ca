import type { Term } from '#lib/content/post.ts'
import type { Stylesheet } from '#lib/text/xml.ts'

export type FeedFormat = 'rss' | 'atom' | 'json'

/**
 * What a feed is, what it is served as, and its name below the list it is of. Browsers show a person a feed by its style
 * sheets only where it is called XML: by its own type they show its source, or save it. Readers take either.
 */
export const FEED_TYPES = {
  rss: { name: 'feed.xml', type: 'application/rss+xml', servedAs: 'application/xml' },
  atom: { name: 'atom.xml', type: 'application/atom+xml', servedAs: 'application/xml' },
  json: { name: 'feed.json', type: 'application/feed+json', servedAs: 'application/feed+json' },
} as const satisfies Record<FeedFormat, { name: string; type: string; servedAs: string }>

/** One page of a list's stories for feed readers, before it is RSS, Atom or JSON. All addresses are absolute. */
export type Feed = {
  title: string
  description: string
  language: string
  /** Stays when the paper or the list is given another name. */
  id: string
  /** The page for people. */
  homeUrl: string
  /** This very document, by its format. */
  selfUrls: Record<FeedFormat, string>
  first: Record<FeedFormat, string>
  last: Record<FeedFormat, string>
  /** Newer and older pages of the same feed. */
  previous: Record<FeedFormat, string> | null
  next: Record<FeedFormat, string> | null
  /** ISO 8601: the latest change of a story in it; null for a feed without stories. */
  updated: string | null
  hub: string | null
  icon: string
  copyright: string
  stylesheets: readonly Stylesheet[]
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Never changes, whatever becomes of title and address. */
  id: string
  url: string
  title: string
  summary: string
  /** The whole story as HTML; null where the feed gives standfirsts only. */
  html: string | null
  language: string
  published: string
  /** The latest real change: an update or a correction. */
  updated: string
  authors: { name: string; url: string }[]
  categories: (Term & { url: string })[]
  image: FeedImage | null
}

/** A story's picture for readers of feeds; what is not known of it is left out. */
export type FeedImage = { url: string; alt: string; type?: string; width?: number; height?: number }
