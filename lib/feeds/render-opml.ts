import { renderXmlDocument } from '#lib/text/xml.ts'

/** One list's feed: its name, the page for people, and the feed itself, both whole addresses. */
export type OpmlFeed = { title: string; homeUrl: string; feedUrl: string }

/** `/feeds.opml`: the paper's feeds, to be read into a feed reader at once. @see https://opml.org/spec2.opml */
export function renderOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(({ title: text, homeUrl, feedUrl }) => ({
    '@type': 'rss',
    '@text': text,
    '@title': text,
    '@xmlUrl': feedUrl,
    '@htmlUrl': homeUrl,
  }))
  const opml = { '@version': '2.0', head: { title }, body: { outline: outlines } }
  return renderXmlDocument({ opml }, [])
}
