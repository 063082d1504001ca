import type { Term } from '#lib/content/post.ts'
import type { FeedFormat } from '#lib/routes/feed-formats.ts'
import type { Stylesheet } from '#lib/text/xml.ts'

/** One page of a list's stories for feed readers, before it is RSS, Atom or JSON. All addresses are absolute. */
export type Feed = {
  title: string
  description: string
  language: string
  /** Whose feed it is, whatever it is a feed of. `email` is null where site.yaml names none. */
  publisher: { name: string; url: string; email: string | null }
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
  /** RSL terms of use; null where nothing is reserved. */
  license: string | null
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
  /** The writers' names as the story's own page joins them; '' for an unsigned story. */
  byline: string
  categories: (Term & { url: string })[]
  image: FeedImage | null
}

/** A story's picture for readers of feeds; what is not known of it is left out. */
export type FeedImage = {
  url: string
  alt: string
  type?: string
  width?: number
  height?: number
  credit?: string
}
