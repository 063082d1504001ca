import { ALL_TAG, DAY_TAG, NEWS_TAG, RELATED_TAG, SEARCH_TAG, toListTag, toPostTag } from './cache-tags.ts'
import type { ListName } from './lists.ts'
import { parseSitemapPart } from './sitemap-part.ts'

/** A family of URLs. What is left out holds for most pages. */
export type RouteDefinition = {
  /** As Next writes it: `[slug]` stands for a segment or its first part, a last `[...path]` for one or more. */
  path: `/${string}`
  /** `page`: HTML for readers. `file`: anything else. `internal`: what the router rewrites to, 404 for all others. */
  kind: 'page' | 'file' | 'internal'
  /** The route of `app/` that answers, where it is not `path`; null where Next is not asked. */
  app?: `/${string}` | null
  /** A list of stories. Its parameters, joined by `-`, are its slug; further pages are at `…/page/<n>`. */
  list?: ListName['kind']
  /** Whether each page of the list has a feed in every format below it. */
  feeds?: true
  /** Cache tags besides `site`, from the decoded parameters and what is below. Left out: the list's own, or all stories'. */
  tags?: (params: readonly string[], below: readonly string[]) => readonly string[]
  /** What of `server/` answers. Left out: the store of pages. */
  service?: 'next' | 'picture' | 'font' | 'file' | 'metrics'
  /** The page is also there as Markdown: at its URL with `.md`, and for clients whose Accept prefers it (`Vary: Accept`). */
  markdown?: true
  /** The query keys that change the answer, in the order they are kept under; others are ignored. */
  query?: readonly string[]
  /** It is sent messages by POST, of so many bytes at most. */
  maxPostBytes?: number
  /** Each client may ask it so often and no more: it costs work, and its addresses have no end. */
  limited?: true
  /** Shared caches may keep the response for one second. */
  isShortLived?: true
  /** The URL is a secret: no cache may keep the response. */
  isPrivate?: true
  /** Whether `/sitemaps/pages.xml` lists it. */
  sitemap?: true
  /** A file of the content folder's `root/` may stand in its place. */
  replaceable?: true
  /** Whether robots.txt asks crawlers to stay away. */
  disallow?: true
  /** Whether its entity tag is known from the index, without rendering: for 304 where there is only Next. */
  etag?: true
  /** Whether the words of `pages/<name>.md` are shown on it, so that a page may have this name. */
  showsPage?: true
}

/** What is the same of every answer to a search, and what it may be asked. */
const SEARCH = {
  query: ['q', 'section', 'author', 'from', 'to', 'sort', 'page'],
  tags: toSearchTags,
  limited: true,
} as const

/**
 * Every URL of the site. Pages with parameters that are no lists are looked up in `lib/router/resolvers.ts`; everything
 * else that depends on a URL follows from this table.
 */
const TABLE = {
  home: { path: '/', kind: 'page', list: 'all', feeds: true, sitemap: true, tags: toHomeTags },
  post: { path: '/posts/[slug]', kind: 'page', markdown: true, tags: toStoryPageTags },
  postMarkdown: { path: '/posts/[slug].md', kind: 'file', app: '/posts/[slug]/markdown', tags: toPostTags },
  livePage: { path: '/posts/[slug]/page/[number]', kind: 'page', tags: toPostTags },
  liveUpdate: { path: '/posts/[slug]/updates/[update]', kind: 'page', tags: toPostTags },
  section: { path: '/sections/[section]', kind: 'page', list: 'section', feeds: true },
  tag: { path: '/tags/[tag]', kind: 'page', list: 'tag', feeds: true },
  author: { path: '/authors/[author]', kind: 'page', list: 'author', feeds: true },
  sections: { path: '/sections', kind: 'page', sitemap: true },
  sectionsPage: { path: '/sections/page/[number]', kind: 'page' },
  tags: { path: '/tags', kind: 'page', sitemap: true },
  tagsPage: { path: '/tags/page/[number]', kind: 'page' },
  authors: { path: '/authors', kind: 'page', sitemap: true },
  authorsPage: { path: '/authors/page/[number]', kind: 'page' },
  archive: { path: '/archive', kind: 'page', sitemap: true },
  year: { path: '/archive/[year]', kind: 'page', list: 'year' },
  month: { path: '/archive/[year]/[month]', kind: 'page', list: 'month' },
  corrections: { path: '/corrections', kind: 'page', sitemap: true, showsPage: true },
  feeds: { path: '/feeds', kind: 'page', sitemap: true },
  search: { path: '/search', kind: 'page', ...SEARCH, disallow: true },
  preview: {
    path: '/preview/[slug]/[expires]/[signature]',
    kind: 'page',
    isPrivate: true,
    disallow: true,
  },
  page: { path: '/[page]', kind: 'page', app: '/[...path]' },

  feedWords: { path: '/feed-words.css', kind: 'file' },
  feedList: { path: '/feeds.opml', kind: 'file' },
  partnerFeed: { path: '/feeds/[profile]', kind: 'file' },
  searchJson: { path: '/search.json', kind: 'file', ...SEARCH },
  searchFeed: { path: '/search/feed.xml', kind: 'file', ...SEARCH },
  openSearch: { path: '/opensearch.xml', kind: 'file' },
  llms: { path: '/llms.txt', kind: 'file', etag: true },
  robots: { path: '/robots.txt', kind: 'file', tags: () => [ALL_TAG, NEWS_TAG] },
  manifest: { path: '/manifest.webmanifest', kind: 'file' },
  sitemap: { path: '/sitemap.xml', kind: 'file', etag: true },
  newsSitemap: { path: '/news-sitemap.xml', kind: 'file', etag: true, tags: () => [ALL_TAG, NEWS_TAG] },
  sitemapPart: { path: '/sitemaps/[part]', kind: 'file', etag: true, tags: toSitemapTags },
  license: { path: '/license.xml', kind: 'file', tags: () => [] },
  oEmbed: { path: '/oembed', kind: 'file', query: ['url', 'format', 'maxwidth', 'maxheight'] },
  mcp: { path: '/mcp', kind: 'file', service: 'next', maxPostBytes: 64 * 1024 },
  mcpCard: { path: '/mcp/server-card', kind: 'file', tags: () => [] },
  aiCatalog: { path: '/.well-known/ai-catalog.json', kind: 'file', tags: () => [] },
  standardSite: { path: '/.well-known/site.standard.publication', kind: 'file', tags: () => [] },
  indexNowKey: { path: '/[key].txt', kind: 'file', app: '/indexnow-key' },

  favicon: { path: '/favicon.ico', kind: 'file', replaceable: true, tags: () => [] },
  icon: { path: '/icon.svg', kind: 'file', replaceable: true, tags: () => [] },
  icon192: { path: '/icon-192.png', kind: 'file', replaceable: true, tags: () => [] },
  icon512: { path: '/icon-512.png', kind: 'file', replaceable: true, tags: () => [] },
  iconMaskable: { path: '/icon-maskable-512.png', kind: 'file', replaceable: true, tags: () => [] },
  touchIcon: { path: '/apple-touch-icon.png', kind: 'file', replaceable: true, tags: () => [] },

  font: { path: '/media/face/[name]', kind: 'file', service: 'font' },
  card: { path: '/media/card/[slug]/[name]', kind: 'file', service: 'picture' },
  picture: { path: '/media/p/[key]/[name]', kind: 'file', service: 'picture' },
  media: { path: '/media/[...path]', kind: 'file', service: 'file' },
  health: { path: '/healthz', kind: 'file', service: 'next' },
  contentHook: { path: '/hooks/content', kind: 'file', service: 'next', maxPostBytes: 5 * 1024 * 1024 },
  metrics: { path: '/metrics', kind: 'file', service: 'metrics', app: null },
  liveRss: { path: '/posts/[slug]/feed.xml', kind: 'file', tags: toPostTags },
  liveAtom: { path: '/posts/[slug]/atom.xml', kind: 'file', tags: toPostTags },
  liveJson: { path: '/posts/[slug]/feed.json', kind: 'file', tags: toPostTags },
  liveFragment: { path: '/posts/[slug]/updates.json', kind: 'file', isShortLived: true, tags: toPostTags },

  feed: { path: '/_feed/[...feed]', kind: 'internal' },
  root: { path: '/_root/[...path]', kind: 'internal' },
  gone: { path: '/_gone', kind: 'internal' },
  missing: { path: '/_missing', kind: 'internal' },
} as const satisfies Record<string, RouteDefinition>

export type RouteName = keyof typeof TABLE

/** Pages whose existence only the index knows, lists aside: `lib/router/resolvers.ts` has a resolver for each. */
export type ResolvedRoute = {
  [Name in RouteName]: (typeof TABLE)[Name] extends { list: string }
    ? never
    : (typeof TABLE)[Name] extends { kind: 'page'; path: `${string}[${string}` }
      ? Name
      : never
}[RouteName]

export const ROUTES: Readonly<Record<RouteName, RouteDefinition>> = TABLE

export type NamedRoute = RouteDefinition & { name: RouteName }

/** The table as a list. */
export function listRoutes(): NamedRoute[] {
  return ROUTE_NAMES.map((name) => ({ name, ...ROUTES[name] }))
}

const ROUTE_NAMES = Object.keys(TABLE).filter(isRouteName)

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(TABLE, name)
}

/** The front page says what day it is; further pages do not. */
function toHomeTags(_params: readonly string[], below: readonly string[]): string[] {
  return below.length === 0 ? [ALL_TAG, DAY_TAG] : [ALL_TAG]
}

function toPostTags([slug = '']: readonly string[]): string[] {
  return [toPostTag(slug)]
}

/** A story's page names related ones. */
function toStoryPageTags(params: readonly string[]): string[] {
  return [...toPostTags(params), RELATED_TAG]
}

function toSearchTags(): string[] {
  return [ALL_TAG, SEARCH_TAG]
}

/** A part of the stories' sitemap changes with its month, one of the news with the hours; others with every story. */
function toSitemapTags([name = '']: readonly string[]): string[] {
  const part = parseSitemapPart(name)
  switch (part?.kind) {
    case 'posts':
      return [toListTag({ kind: 'month', slug: part.month })]
    case 'news':
      return [ALL_TAG, NEWS_TAG]
    default:
      return [ALL_TAG]
  }
}
