import type { Answer } from './answer/answer.ts'
import type { Rendered } from './capture-response.ts'
import { makePage, type PageParts } from './make-page.ts'
import type { Wanted } from './share-renders.ts'
import { timeOut } from './time-out.ts'

/** An answer, and whether it may be kept: a page that says it must not, may not. */
export type Made = { answer: Answer; mayKeep: boolean }

/** Renders what a URL answers; aborting it is a hint that nobody waits any more. */
export type Render = (url: string, signal: AbortSignal) => Promise<Rendered>

const KEPT_STATUS = new Set([200, 301, 307, 308, 404, 410])

/**
 * Renders a URL within its time, and makes of it what is sent.
 *
 * @throws {RenderTimeout} when it takes too long
 * @throws {Error} when the page throws
 */
export async function renderPage(
  { render, limitMs, parts }: { render: Render; limitMs: number; parts: PageParts },
  { url, path }: Wanted,
): Promise<Made> {
  const now = new Date()
  const rendered = await timeOut(url, limitMs, (signal) => renderWhole(render, url, signal))
  if (rendered.status >= 500) throw new Error(`Rendering ${url} failed with status ${rendered.status}.`)
  const answer = makePage(parts, path, rendered, now)
  return { answer, mayKeep: KEPT_STATUS.has(answer.status) && !isPrivate(rendered, url) }
}

/**
 * A page that calls `notFound()` is answered by Next with an empty shell that only its scripts can fill. Its page for
 * addresses of no kind says the same, and is whole.
 */
async function renderWhole(render: Render, url: string, signal: AbortSignal): Promise<Rendered> {
  const rendered = await render(url, signal)
  const isEmpty = rendered.status === 404 && rendered.body.includes('<html id="__next_error__"')
  return isEmpty ? render('/_not-found', signal) : rendered
}

/** Next calls every page that reads its query private, a search too: that one we know to be the same for everyone. */
function isPrivate({ headers }: Rendered, url: string): boolean {
  if (headers['set-cookie'] !== undefined) return true
  return /private|no-store/.test(String(headers['cache-control'] ?? '')) && !url.startsWith('/search')
}
