import { getSite } from '#lib/queries/queries.ts'
import { parseFeedPath, toFeedRoutePath } from '#lib/routes/feed-paths.ts'
import { matchRoutes } from '#lib/routes/match-route.ts'
import { getPathPrefix, MARKDOWN_SUFFIX, toAppPath } from '#lib/routes/paths.ts'
import { hasMarkdownVersion } from '#lib/routes/route-properties.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { toWordsOfPath } from '#lib/search/words-of-path.ts'
import { resolvePath } from './resolve-path.ts'

/** Where a request is led: to a path that is rendered, under which status, or to another address for good. */
export type Resolution =
  | { kind: 'render'; path: string; status: 200 | 404 | 410 }
  | { kind: 'redirect'; path: string; status: number }

/** The page that is shown, with status 404, where nothing is. */
export const MISSING_PATH = ROUTES.missing.path

/**
 * The router's decision, before any page is rendered. A story's Markdown version, `/posts/<slug>.md`, is where its story
 * is, and the story itself for clients that prefer it. Feeds of all lists have one route in `app/`.
 *
 * @param pathname as the request has it, percent-encoded
 * @param search its query with the `?`, '' without one: old addresses are told apart by it
 */
export async function resolveRequest(
  pathname: string,
  wantsMarkdown: boolean,
  now: Date,
  search = '',
): Promise<Resolution> {
  const [match] = matchRoutes(pathname)
  const { route, params = [] } = match ?? {}
  if (route?.name === 'indexNowKey' && params[0] === (await getSite()).indexNow?.key)
    return toPage(toAppPath('indexNowKey', []))
  const isMarkdownVersion = route?.name === 'postMarkdown' && pathname.endsWith(MARKDOWN_SUFFIX)
  const path = isMarkdownVersion ? pathname.slice(0, -MARKDOWN_SUFFIX.length) : pathname
  const resolved = await resolvePath(path, now, search)
  switch (resolved.kind) {
    case 'page':
      if (isMarkdownVersion || (route?.markdown === true && wantsMarkdown))
        return toPage(toAppPath('postMarkdown', params))
      return toPage(parseFeedPath(pathname) === null ? pathname : toFeedRoutePath(pathname))
    case 'root':
      return toPage(`${getPathPrefix('root')}${pathname.slice(1)}`)
    case 'moved':
      return { kind: 'redirect', ...toMarkdownTarget(resolved, isMarkdownVersion) }
    case 'gone':
      return { kind: 'render', path: ROUTES.gone.path, status: 410 }
    case 'missing':
      return { kind: 'render', path: toMissingPath(pathname), status: 404 }
  }
}

/** With the words of the address, which that page offers to search for. */
function toMissingPath(pathname: string): string {
  const words = toWordsOfPath(pathname)
  return words === '' ? MISSING_PATH : `${MISSING_PATH}?${new URLSearchParams({ words })}`
}

/** Who asked for a story's Markdown version is led to that of the story it is now. */
function toMarkdownTarget(
  { path, status }: { path: string; status: number },
  isMarkdownVersion: boolean,
): { path: string; status: number } {
  return { path: isMarkdownVersion && hasMarkdownVersion(path) ? path + MARKDOWN_SUFFIX : path, status }
}

function toPage(path: string): Resolution {
  return { kind: 'render', path, status: 200 }
}
