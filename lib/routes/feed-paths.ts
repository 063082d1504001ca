import {
  FEED_FORMAT_NAMES,
  FEED_FORMATS,
  type FeedFormat,
  findFeedFormat,
  mapFeedFormats,
} from './feed-formats.ts'
import { isTermKind, type ListName, type ListRef, type TermKind } from './lists.ts'
import { matchRoutes } from './match-route.ts'
import { getPathPrefix, HOME_PATH, joinPath, toListPath, toPath } from './paths.ts'
import type { RouteName } from './route-table.ts'

/** Lists that have feeds. */
export type FeedList = Extract<ListRef, { kind: 'all' | TermKind }>

/** What a feed's path names. `page` is as the path has it, null for the feed's first. */
export type FeedAddress = { list: FeedList; listPath: string; page: string | null; format: FeedFormat }

/** Where the router leads every feed. */
const FEED_ROUTE = getPathPrefix('feed')

/** `/feed.xml`, `/sections/news/atom.xml`; older stories below the list's further pages: `/page/2/feed.xml`. */
export function toFeedPath(list: FeedList, format: FeedFormat, page = 1): string {
  return joinPath(toListPath(list, page), FEED_FORMATS[format].name)
}

/** The address of a feed in each format. */
export function toFeedUrls(list: FeedList, page: number, siteUrl: string): Record<FeedFormat, string> {
  return mapFeedFormats((format) => siteUrl + toFeedPath(list, format, page))
}

const LIVE_ROUTES = { rss: 'liveRss', atom: 'liveAtom', json: 'liveJson' } as const satisfies Record<
  FeedFormat,
  RouteName
>

/** The feed of a live story's updates: `/posts/flood/feed.xml`. */
export function toLiveFeedPath(slug: string, format: FeedFormat): string {
  return toPath(LIVE_ROUTES[format], slug)
}

/** The list in question where it has feeds; null where it has none. */
export function toFeedList({ kind, slug }: ListName): FeedList | null {
  if (kind === 'all') return { kind }
  return isTermKind(kind) ? { kind, slug } : null
}

/** The paths of a list's feeds, in every format; none for a list without. */
export function listFeedPaths(name: ListName): string[] {
  const list = toFeedList(name)
  return list === null ? [] : FEED_FORMAT_NAMES.map((format) => toFeedPath(list, format))
}

/** What feed a path, percent-encoded, is of, whether or not there is such a list; null for any other path. */
export function parseFeedPath(path: string): FeedAddress | null {
  const end = path.lastIndexOf('/')
  const format = findFeedFormat(path.slice(end + 1))
  if (format === null) return null
  for (const { route, params, below } of matchRoutes(path.slice(0, end) || HOME_PATH)) {
    const page = parseBelow(below)
    if (route.feeds !== true || route.list === undefined || page === undefined) continue
    const slug = decodeParams(params)
    const list = slug === null ? null : toFeedList({ kind: route.list, slug })
    if (list !== null) return { list, listPath: toListPath(list), page, format }
  }
  return null
}

/** The path of `app/` that answers a feed's path, and the reverse: null for a path that is not below it. */
export function toFeedRoutePath(path: string): string {
  return FEED_ROUTE + path.slice(1)
}

export function parseFeedRoutePath(path: string): string | null {
  return path.startsWith(FEED_ROUTE) ? `/${path.slice(FEED_ROUTE.length)}` : null
}

/** The page number of `…/page/<n>` as written, null for a list's own URL, undefined for what is neither. */
function parseBelow(below: readonly string[]): string | null | undefined {
  const [word, page, ...rest] = below
  if (word === undefined) return null
  return word === 'page' && rest.length === 0 ? page : undefined
}

function decodeParams(params: readonly string[]): string | null {
  try {
    return params.map(decodeURIComponent).join('-')
  } catch {
    return null
  }
}
