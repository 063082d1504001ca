import { type ListName, type ListRef, type TermKind, toListParams } from './lists.ts'
import { fillPattern, type PathPattern, parsePattern } from './path-pattern.ts'
import { listRoutes, ROUTES, type RouteName } from './route-table.ts'

const PATTERNS = new Map<RouteName, PathPattern>(
  listRoutes().map(({ name, path }) => [name, parsePattern(path)]),
)

const LISTS = new Map<ListName['kind'] | undefined, RouteName>(
  listRoutes().map(({ name, list }) => [list, name]),
)

export const HOME_PATH = ROUTES.home.path

/** Appended to a story's path for its Markdown version. */
export const MARKDOWN_SUFFIX = '.md'

/** The path of a route with its parameters filled in, percent-encoded. */
export function toPath(name: RouteName, ...params: readonly string[]): string {
  const pattern = PATTERNS.get(name)
  return pattern === undefined ? HOME_PATH : fillPattern(pattern, params)
}

/** What the paths of a route begin with before their first parameter: `/posts/`. */
export function getPathPrefix(name: RouteName): string {
  return PATTERNS.get(name)?.prefix ?? HOME_PATH
}

/** The path of `app/` that a route with one of its own is rewritten to. `params` stay as the request has them. */
export function toAppPath(name: RouteName, params: readonly string[]): string {
  let used = 0
  return (ROUTES[name].app ?? ROUTES[name].path).replaceAll(/\[\w+\]/g, () => params[used++] ?? '')
}

export function toPostPath(slug: string): string {
  return toPath('post', slug)
}

/** Page 1 of a live story is the story's own URL. */
export function toLivePath(slug: string, page = 1): string {
  return page === 1 ? toPostPath(slug) : toPath('livePage', slug, String(page))
}

/** The address of one update of a live story. */
export function toUpdatePath(slug: string, id: string): string {
  return toPath('liveUpdate', slug, id)
}

export function toPagePath(slug: string): string {
  return toPath('page', slug)
}

/** All sections, topics or writers of the paper. */
export function toTermIndexPath(kind: TermKind, page = 1): string {
  return page === 1 ? toPath(`${kind}s`) : toPath(`${kind}sPage`, String(page))
}

/** Where a program learns how to show the page at `url` within another. */
export function toOEmbedPath(url: string): string {
  return `${toPath('oEmbed')}?url=${encodeURIComponent(url)}`
}

/** Page 1 of a list is the list's own URL; further pages follow at `…/page/<n>`. */
export function toListPath(list: ListRef, page = 1): string {
  const first = toPath(LISTS.get(list.kind) ?? 'home', ...toListParams(list))
  return page === 1 ? first : joinPath(first, `page/${page}`)
}

/** The path of what lies below a list's page. */
export function joinPath(list: string, below: string): string {
  return list === HOME_PATH ? `/${below}` : `${list}/${below}`
}
