import type { Feed, FeedEntry } from './feed.ts'

/** JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: toText(feed.title),
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrls.json,
    description: toText(feed.description),
    ...(feed.next === null ? {} : { next_url: feed.next.json }),
    icon: feed.icon,
    favicon: feed.icon,
    authors: [{ name: toText(feed.publisher.name), url: feed.publisher.url }],
    language: feed.language,
    ...(feed.hub === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.entries.map(toItem),
  })
}

/** An item must have content; where the feed gives no more, its standfirst is its text. */
function toItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: toText(entry.title),
    ...(entry.html === null
      ? { content_text: toText(entry.summary || entry.title) }
      : { content_html: toText(entry.html) }),
    ...(entry.summary === '' ? {} : { summary: toText(entry.summary) }),
    ...(entry.image === null ? {} : { image: entry.image.url }),
    date_published: entry.published,
    ...(entry.updated === entry.published ? {} : { date_modified: entry.updated }),
    authors: entry.authors.map(({ name, url }) => ({ name: toText(name), url })),
    tags: entry.categories.map(({ name }) => toText(name)),
    language: entry.language,
  }
}

/** Half a character pair is no text to a strict reader. */
function toText(text: string): string {
  return text.toWellFormed()
}
