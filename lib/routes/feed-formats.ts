/**
 * Each format of a feed: its name below the list it is of, its media type, what it is served as, and what readers call
 * it. Browsers show a person a feed by its style sheets only where it is called XML: by its own type they show its
 * source, or save it. Readers take either.
 */
export const FEED_FORMATS = {
  rss: { name: 'feed.xml', type: 'application/rss+xml', servedAs: 'application/xml', label: 'RSS' },
  atom: { name: 'atom.xml', type: 'application/atom+xml', servedAs: 'application/xml', label: 'Atom' },
  json: {
    name: 'feed.json',
    type: 'application/feed+json',
    servedAs: 'application/feed+json',
    label: 'JSON Feed',
  },
} as const satisfies Record<string, { name: string; type: string; servedAs: string; label: string }>

export type FeedFormat = keyof typeof FEED_FORMATS

/** Every format, in the order in which heads and documents name them. */
export const FEED_FORMAT_NAMES: readonly FeedFormat[] = ['rss', 'atom', 'json']

/** The format whose feeds are called `name`; null for no feed. */
export function findFeedFormat(name: string): FeedFormat | null {
  return FEED_FORMAT_NAMES.find((format) => FEED_FORMATS[format].name === name) ?? null
}

/** A value for each format. */
export function mapFeedFormats<T>(toValue: (format: FeedFormat) => T): Record<FeedFormat, T> {
  return { rss: toValue('rss'), atom: toValue('atom'), json: toValue('json') }
}
