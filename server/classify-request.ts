import type { IncomingMessage } from 'node:http'
import { prefers } from '#lib/format/accept.ts'
import { isPicturePath } from '#lib/picture-desk/picture-reply.ts'

/**
 * What a request is to us. A `page` (pages, feeds, sitemaps: whatever is a function of the files and the clock) is
 * answered from the store; `url` is what it is rendered from and what it is kept under. An `asset` is a file of the
 * build. A `picture` is one we derived. `next` goes to Next untouched.
 */
export type Route =
  | { kind: 'page'; path: string; url: string; isOpenEnded: boolean }
  | { kind: 'asset'; path: string }
  | { kind: 'picture'; path: string }
  | { kind: 'metrics' }
  | { kind: 'next' }

const NEXT: Route = { kind: 'next' }
const METRICS: Route = { kind: 'metrics' }

/** Next's own, files sent as they are, and what must never be kept: drafts. */
const NOT_PAGES = /^\/(?:_next|media|healthz|preview)(?:\/|$)/
const FILE = /\.(?:avif|css|gif|ico|jpe?g|js|map|mp[34]|pdf|png|svg|ttf|wasm|webm|webp|woff2?|zip)$/i

/** The parts of a query that change what a path shows, in the order they are kept under. Others are ignored. */
const USED_QUERY: Record<string, readonly string[]> = { '/search': ['q', 'page'] }

export function classifyRequest({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Route {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  if (path.startsWith('/_next/static/')) return { kind: 'asset', path }
  if (path === '/metrics') return METRICS
  if (isPicturePath(path)) return { kind: 'picture', path }
  if (!path.startsWith('/') || NOT_PAGES.test(path) || FILE.test(path) || isOfRouter(headers)) return NEXT
  const shown =
    isArticle(path) && prefers(headers.accept ?? null, 'text/markdown', 'text/html') ? `${path}.md` : path
  const used = USED_QUERY[path]
  return {
    kind: 'page',
    path: shown,
    url: used === undefined || query === -1 ? shown : shown + pickQuery(url.slice(query), used),
    isOpenEnded: used !== undefined,
  }
}

/** Next's router, which only a page that was left whole runs, asks for data rather than pages. */
function isOfRouter(headers: IncomingMessage['headers']): boolean {
  return headers.rsc !== undefined || headers['next-router-prefetch'] !== undefined
}

/** An article has two faces, the page and its Markdown, and `Accept` says which is meant. */
export function isArticle(path: string): boolean {
  return path.startsWith('/posts/') && !path.endsWith('.md')
}

function pickQuery(query: string, names: readonly string[]): string {
  const given = new URLSearchParams(query)
  const picked = names.flatMap((name) => {
    const value = given.get(name)?.trim() ?? ''
    return value === '' ? [] : [[name, value]]
  })
  return picked.length === 0 ? '' : `?${new URLSearchParams(picked)}`
}
