import type { IncomingMessage } from 'node:http'
import { prefers } from '#lib/http/accept.ts'
import { isPicturePath } from '#lib/picture-service/picture-response.ts'
import { findProperUrl, toCanonicalPath } from './pages/canonical-path.ts'

/**
 * What a request is to us. A `page` (pages, feeds, sitemaps, and whatever is nowhere) is answered from the store; `url`
 * is what it is rendered from and what it is kept under. A draft is a page that nobody may keep. An `asset` is a file
 * sent as it is. A `picture` is one we derived. A `redirect` leads to the proper spelling of an address. `next` is a path
 * that Next answers.
 */
export type Route =
  | { kind: 'page'; path: string; url: string; isOpenEnded: boolean; isDraft: boolean }
  | { kind: 'asset'; path: string }
  | { kind: 'picture'; path: string }
  | { kind: 'redirect'; path: string }
  | { kind: 'metrics' }
  | { kind: 'next'; path: string }

const METRICS: Route = { kind: 'metrics' }

/** Pictures as the publisher gave them, and how the site does. */
const HANDLED_BY_NEXT = /^\/(?:media\/.|healthz$)/

/** The parts of a query that change what a path shows, in the order they are kept under. Others are ignored. */
const SEARCH_QUERY = ['q', 'section', 'author', 'from', 'to', 'sort', 'page']
const USED_QUERY: Record<string, readonly string[]> = {
  '/search': SEARCH_QUERY,
  '/search.json': SEARCH_QUERY,
  '/search/feed.xml': SEARCH_QUERY,
}

/** No part of a query is read further. */
const MAX_VALUE = 300

/** @param isFile whether a file has this URL */
export function classifyRequest(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  isFile: (path: string) => boolean,
): Route {
  const proper = findProperUrl(url)
  if (proper !== null) return { kind: 'redirect', path: proper }
  const query = url.indexOf('?')
  const path = toCanonicalPath(query === -1 ? url : url.slice(0, query))
  if (path === '/metrics') return METRICS
  if (isFile(path)) return { kind: 'asset', path }
  if (isPicturePath(path)) return { kind: 'picture', path }
  if (HANDLED_BY_NEXT.test(path)) return { kind: 'next', path }
  const shown =
    isArticle(path) && prefers(headers.accept ?? null, 'text/markdown', 'text/html') ? `${path}.md` : path
  const used = USED_QUERY[path]
  return {
    kind: 'page',
    path: shown,
    url: used === undefined || query === -1 ? shown : shown + pickQuery(url.slice(query), used),
    isOpenEnded: used !== undefined,
    isDraft: path.startsWith('/preview/'),
  }
}

/** An article has two faces, the page and its Markdown, and `Accept` says which is meant. */
export function isArticle(path: string): boolean {
  return path.startsWith('/posts/') && !path.endsWith('.md')
}

function pickQuery(query: string, names: readonly string[]): string {
  const given = new URLSearchParams(query)
  const picked = names.flatMap((name) => {
    const value = given.get(name)?.trim().slice(0, MAX_VALUE) ?? ''
    return value === '' ? [] : [[name, value]]
  })
  return picked.length === 0 ? '' : `?${new URLSearchParams(picked)}`
}
