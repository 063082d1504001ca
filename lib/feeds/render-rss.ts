import { FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { RSL_TYPE } from '#lib/seo/rsl.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { renderXmlDocument, type XmlNode } from '#lib/text/xml.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { listMedia } from './render-atom.ts'

const NAMESPACES = {
  '@xmlns:atom': 'http://www.w3.org/2005/Atom',
  '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  '@xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RSS 2.0 by the Advisory Board's profile. @see https://www.rssboard.org/rss-profile */
export function renderRss(feed: Feed): string {
  const channel = {
    title: feed.title,
    link: feed.homeUrl,
    description: feed.description,
    language: feed.language,
    ...(feed.copyright === '' ? {} : { copyright: feed.copyright }),
    ...(feed.publisher.email === null
      ? {}
      : { managingEditor: `${feed.publisher.email} (${feed.publisher.name})` }),
    ...(feed.updated === null ? {} : { lastBuildDate: toRfc822(feed.updated) }),
    docs: 'https://www.rssboard.org/rss-specification',
    image: { url: feed.icon, title: feed.title, link: feed.homeUrl },
    'atom:link': listLinks(feed),
    item: feed.entries.map((entry) => toItem(entry, feed.publisher.name)),
  }
  return renderXmlDocument({ rss: { '@version': '2.0', ...NAMESPACES, channel } }, feed.stylesheets)
}

function listLinks(feed: Feed): XmlNode[] {
  const link = (rel: string, href: string | undefined) =>
    href === undefined ? [] : [{ '@rel': rel, '@type': FEED_FORMATS.rss.type, '@href': href }]
  return [
    ...link('self', feed.selfUrls.rss),
    ...link('first', feed.first.rss),
    ...link('previous', feed.previous?.rss),
    ...link('next', feed.next?.rss),
    ...link('last', feed.last.rss),
    ...(feed.hub === null ? [] : [{ '@rel': 'hub', '@href': feed.hub }]),
    ...(feed.license === null ? [] : [{ '@rel': 'license', '@type': RSL_TYPE, '@href': feed.license }]),
  ]
}

/**
 * `description` is HTML to its readers, so words that look like tags are escaped once more. It stands before `content:encoded`: some
 * readers take the last of the two they meet. One `dc:creator` for all writers, as of several many keep only one; the paper of
 * an unsigned story, whom else readers such as newsboat take `managingEditor` for.
 */
function toItem(entry: FeedEntry, publisher: string): XmlNode {
  return {
    title: entry.title,
    link: entry.url,
    guid: { '@isPermaLink': String(entry.id === entry.url), '#text': entry.id },
    pubDate: toRfc822(entry.published),
    ...(entry.updated === entry.published ? {} : { 'atom:updated': entry.updated }),
    'dc:creator': entry.byline || publisher,
    category: entry.categories.map(({ name, url }) => ({ '@domain': url, '#text': name })),
    ...(entry.summary === '' ? {} : { description: escapeHtml(entry.summary) }),
    ...(entry.html === null ? {} : { 'content:encoded': entry.html }),
    ...(entry.image === null ? {} : listMedia(entry.image)),
  }
}

/** `Sat, 21 Nov 2026 11:40:00 GMT` */
export function toRfc822(instant: string): string {
  return new Date(instant).toUTCString()
}
