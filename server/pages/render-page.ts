import type { CapturedResponse } from '../next/capture-response.ts'
import type { CachedResponse } from '../response/response.ts'
import type { RenderRequest } from './coalesce-renders.ts'
import { makePage, type PageParts } from './make-page.ts'
import { timeOut } from './time-out.ts'

/** An answer, and whether it may be kept: a page that says it must not, may not. */
export type RenderedPage = { cached: CachedResponse; mayKeep: boolean }

/** Renders what a URL answers; aborting it is a hint that nobody waits any more. */
export type Render = (url: string, signal: AbortSignal) => Promise<CapturedResponse>

/** What a page says, and no failure: there is no form such as was asked for (501), or its file cannot be read now. */
const SAID_STATUS = new Set([501, 503])

const KEPT_STATUS = new Set([200, 301, 302, 307, 308, 404, 410])

/**
 * Renders a URL within its time, and makes of it what is sent.
 *
 * @throws {RenderTimeout} when it takes too long
 * @throws {Error} when the page throws
 */
export async function renderPage(
  { render, limitMs, parts }: { render: Render; limitMs: number; parts: PageParts },
  { url, path }: RenderRequest,
): Promise<RenderedPage> {
  const rendered = await timeOut(url, limitMs, (signal) => render(url, signal))
  if (rendered.status >= 500 && !SAID_STATUS.has(rendered.status))
    throw new Error(`Rendering ${url} failed with status ${rendered.status}.`)
  const cached = makePage(parts, path, rendered)
  return { cached, mayKeep: KEPT_STATUS.has(cached.status) && !isPrivate(rendered) }
}

/** What Next does not keep for everyone, nor may we. */
function isPrivate({ headers }: CapturedResponse): boolean {
  return (
    headers['set-cookie'] !== undefined || /private|no-store/.test(String(headers['cache-control'] ?? ''))
  )
}
