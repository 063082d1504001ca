import { escapeHtml } from '#lib/text/entities.ts'
import { renderXmlDocument, type XmlNode } from '#lib/text/xml.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { toRfc822 } from './render-rss.ts'

/** News apps that take RSS with words of their own, as `feeds.partners` of site.yaml names them. */
export const PARTNERS = ['smartnews', 'flipboard', 'msn'] as const

export type Partner = (typeof PARTNERS)[number]

/** Flipboard takes no story without a picture of so many pixels each way. */
const MIN_PICTURE = 400

const NAMESPACES = {
  '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  '@xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** What a partner's feed has beyond the common elements. */
type Profile = {
  namespaces: Record<string, string>
  channel: (feed: Feed) => XmlNode
  item: (entry: FeedEntry) => XmlNode
  takes: (entry: FeedEntry) => boolean
}

const PROFILES: Record<Partner, Profile> = {
  // SmartFormat 2.1. @see https://publishers.smartnews.com/hc/en-us/articles/360036526213
  smartnews: {
    namespaces: { '@xmlns:snf': 'http://www.smartnews.be/snf' },
    channel: (feed) => ({
      ...(feed.updated === null ? {} : { pubDate: toRfc822(feed.updated) }),
      ttl: '15',
      'snf:logo': { url: feed.icon },
      'snf:darkModeLogo': { url: feed.icon },
    }),
    item: ({ language }) => ({ 'dc:language': language, 'media:status': 'active' }),
    takes: () => true,
  },
  // @see https://about.flipboard.com/rss-spec/
  flipboard: {
    namespaces: {},
    channel: () => ({}),
    item: () => ({}),
    takes: ({ image }) => Math.min(image?.width ?? 0, image?.height ?? 0) >= MIN_PICTURE,
  },
  // @see https://helpcenter.microsoftstart.com/kb/articles/58-atom-and-rss-code-examples
  msn: {
    namespaces: { '@xmlns:dcterms': 'http://purl.org/dc/terms/' },
    channel: () => ({}),
    item: ({ updated }) => ({ 'dcterms:modified': updated }),
    takes: () => true,
  },
}

/** The newest stories, whole, as one partner takes them: RSS 2.0. */
export function renderPartnerFeed(feed: Feed, partner: Partner): string {
  const { namespaces, channel, item, takes } = PROFILES[partner]
  const root = {
    '@version': '2.0',
    ...NAMESPACES,
    ...namespaces,
    channel: {
      title: feed.title,
      link: feed.homeUrl,
      description: feed.description,
      language: feed.language,
      ...(feed.copyright === '' ? {} : { copyright: feed.copyright }),
      ...channel(feed),
      item: feed.entries.filter(takes).map((entry) => ({ ...toItem(entry), ...item(entry) })),
    },
  }
  return renderXmlDocument({ rss: root }, [])
}

function toItem(entry: FeedEntry): XmlNode {
  return {
    title: entry.title,
    link: entry.url,
    guid: { '@isPermaLink': String(entry.id === entry.url), '#text': entry.id },
    pubDate: toRfc822(entry.published),
    ...(entry.byline === '' ? {} : { 'dc:creator': entry.byline }),
    category: entry.categories.map(({ name }) => name),
    ...(entry.summary === '' ? {} : { description: escapeHtml(entry.summary) }),
    ...(entry.html === null ? {} : { 'content:encoded': entry.html }),
    ...(entry.image === null ? {} : toPicture(entry.image)),
  }
}

function toPicture({ url, type, width, height, alt, credit = '' }: NonNullable<FeedEntry['image']>): XmlNode {
  return {
    'media:content': {
      '@url': url,
      '@type': type,
      '@medium': 'image',
      '@width': width?.toString(),
      '@height': height?.toString(),
      ...(alt === '' ? {} : { 'media:text': alt }),
      ...(credit === '' ? {} : { 'media:credit': credit }),
    },
    'media:thumbnail': { '@url': url },
  }
}
