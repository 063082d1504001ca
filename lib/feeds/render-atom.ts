import { FEED_FORMATS } from '#lib/routes/feed-formats.ts'
import { RSL_TYPE } from '#lib/seo/rsl.ts'
import { renderXmlDocument, type XmlNode } from '#lib/text/xml.ts'
import type { Feed, FeedEntry, FeedImage } from './feed.ts'

/** A feed without stories has never changed; Atom wants a date all the same. */
const NEVER = '1970-01-01T00:00:00Z'

/** Atom, RFC 4287, with the pages of RFC 5005. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderAtom(feed: Feed): string {
  const root = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xmlns:media': 'http://search.yahoo.com/mrss/',
    '@xml:lang': feed.language,
    id: feed.id,
    title: feed.title,
    subtitle: feed.description,
    updated: feed.updated ?? NEVER,
    author: { name: feed.publisher.name, uri: feed.publisher.url },
    link: listLinks(feed),
    icon: feed.icon,
    logo: feed.icon,
    ...(feed.copyright === '' ? {} : { rights: feed.copyright }),
    entry: feed.entries.map(toEntry),
  }
  return renderXmlDocument({ feed: root }, feed.stylesheets)
}

function listLinks(feed: Feed): XmlNode[] {
  const { type } = FEED_FORMATS.atom
  const link = (rel: string, href: string | undefined, kind: string = type) =>
    href === undefined ? [] : [{ '@rel': rel, '@type': kind, '@href': href }]
  return [
    ...link('alternate', feed.homeUrl, 'text/html'),
    ...link('self', feed.selfUrls.atom),
    ...link('first', feed.first.atom),
    ...link('previous', feed.previous?.atom),
    ...link('next', feed.next?.atom),
    ...link('last', feed.last.atom),
    ...(feed.license === null ? [] : [{ '@rel': 'license', '@type': RSL_TYPE, '@href': feed.license }]),
    ...(feed.hub === null ? [] : [{ '@rel': 'hub', '@href': feed.hub }]),
  ]
}

function toEntry(entry: FeedEntry): XmlNode {
  return {
    '@xml:lang': entry.language,
    id: entry.id,
    title: entry.title,
    updated: entry.updated,
    published: entry.published,
    author: entry.authors.map(({ name, url }) => ({ name, uri: url })),
    link: [
      { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
      { '@rel': 'related', '@type': 'text/markdown', '@href': `${entry.url}.md` },
    ],
    category: entry.categories.map(({ slug, name, url }) => ({
      '@term': slug,
      '@scheme': url.slice(0, url.lastIndexOf('/') + 1),
      '@label': name,
    })),
    ...(entry.summary === '' ? {} : { summary: entry.summary }),
    ...(entry.html === null ? {} : { content: { '@type': 'html', '#text': entry.html } }),
    ...(entry.image === null ? {} : listMedia(entry.image)),
  }
}

/** The picture, and for readers that look for nothing else the same as a thumbnail. */
export function listMedia(image: FeedImage): XmlNode {
  const { url, width, height } = image
  const thumbnail = { '@url': url, '@width': width?.toString(), '@height': height?.toString() }
  return { 'media:content': toMedia(image), 'media:thumbnail': thumbnail }
}

/**
 * Media RSS, as both XML formats carry it. RSS's own `enclosure` would have to say how many bytes a picture has, and one
 * is made when it is first asked for.
 */
function toMedia({ url, type, width, height, alt }: FeedImage): XmlNode {
  return {
    '@url': url,
    '@type': type,
    '@medium': 'image',
    '@width': width?.toString(),
    '@height': height?.toString(),
    ...(alt === '' ? {} : { 'media:description': { '@type': 'plain', '#text': alt } }),
  }
}
