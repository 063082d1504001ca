import type { IncomingMessage } from 'node:http'
import { prefers } from '#lib/http/accept.ts'
import { getService, getUsedQuery, hasMarkdownVersion, isPrivatePath } from '#lib/routes/route-properties.ts'
import { findProperUrl, toCanonicalPath } from './pages/canonical-path.ts'

/**
 * What a request is to us. A `page` (pages, feeds, sitemaps, and whatever is nowhere) is answered from the store; `url`
 * is what it is rendered from and what it is kept under. A draft is a page that nobody may keep. An `asset` is a file
 * of the site's own, sent as it is. A `picture` is one we derived, a `font` the publisher's. A `file` is one of the content folder. A `redirect` leads to the proper spelling of an address. `next` is a path
 * that Next answers.
 */
export type Route =
  | { kind: 'page'; path: string; url: string; isOpenEnded: boolean; isDraft: boolean }
  | { kind: 'asset'; path: string }
  | { kind: 'picture'; path: string }
  | { kind: 'font'; path: string }
  | { kind: 'file'; path: string }
  | { kind: 'redirect'; path: string }
  | { kind: 'metrics' }
  | { kind: 'next'; path: string }

const METRICS: Route = { kind: 'metrics' }

/** What a story is rendered from, and kept under, for whoever would rather have Markdown at the story's own address. */
export const AS_MARKDOWN = '?as=markdown'

/** No part of a query is read further. */
const MAX_VALUE = 300

/**
 * @param isFile whether a file has this URL
 * @param getKnownQuery the part of a query that an old address is known by, '' where there is none
 */
export function classifyRequest(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  isFile: (path: string) => boolean,
  getKnownQuery: (path: string, search: string) => string = () => '',
): Route {
  const proper = findProperUrl(url)
  if (proper !== null) return { kind: 'redirect', path: proper }
  const query = url.indexOf('?')
  const path = toCanonicalPath(query === -1 ? url : url.slice(0, query))
  const service = getService(path)
  if (service === 'metrics') return METRICS
  if (isFile(path)) return { kind: 'asset', path }
  if (service !== 'store') return { kind: service, path }
  const wantsMarkdown =
    hasMarkdownVersion(path) && prefers(headers.accept ?? null, 'text/markdown', 'text/html')
  const used = getUsedQuery(path)
  const pick = (search: string) =>
    used === undefined ? getKnownQuery(path, search) : pickQuery(search, used)
  const picked = query === -1 ? '' : pick(url.slice(query))
  return {
    kind: 'page',
    path,
    url: path + (wantsMarkdown && picked === '' ? AS_MARKDOWN : picked),
    isOpenEnded: used !== undefined,
    isDraft: isPrivatePath(path),
  }
}

function pickQuery(query: string, names: readonly string[]): string {
  const given = new URLSearchParams(query)
  const picked = names.flatMap((name) => {
    const value = given.get(name)?.trim().slice(0, MAX_VALUE) ?? ''
    return value === '' ? [] : [[name, value]]
  })
  return picked.length === 0 ? '' : `?${new URLSearchParams(picked)}`
}
