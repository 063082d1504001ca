import { MISSING_PATH, resolveRequest } from '#lib/router/resolve-request.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { AS_MARKDOWN } from '../classify-request.ts'
import type { Render } from '../pages/render-page.ts'
import type { CapturedResponse } from './capture-response.ts'
import { isErrorShell, isUnfinished } from './markers.ts'

/** Two ways to ask Next for a URL: as any reader would, or as an editor in Draft Mode, for whom nothing is kept. */
type Renderers = { renderCached: Render; renderUncached: Render }

/** Next leads such paths to their proper spelling before it looks at anything else. */
const TRAILING_SLASH = /.\/$/

/** What the paths of the paper's own files begin with, once they are resolved. */
const ROOT = getPathPrefix('root')

/** Code that was not loaded yet is what makes a page late: the second try finds it there. */
const MAX_TRIES = 3

/**
 * Renders what a URL answers: finds the way, as `proxy.ts` does where there is only Next, and has Next render what is
 * there. In Draft Mode, as the page is kept here: for its own cache Next would take it apart for its router and measure
 * it as JSON. For an editor Next does not wait, though, until the whole page is there; one that was sent too early is
 * rendered again. For a stranger Next waits, but may hand out a rendering that began before a change: the last resort.
 */
export function createRender({ renderCached: asStranger, renderUncached: asEditor }: Renderers): Render {
  /** Null when the page never came whole. */
  async function renderWhole(target: string, signal: AbortSignal): Promise<CapturedResponse | null> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const rendered = await asEditor(target, signal)
      if (!isUnfinished(rendered.body)) return dropPrivate(rendered)
    }
    return null
  }

  async function renderResolution(
    target: string,
    status: number,
    signal: AbortSignal,
  ): Promise<CapturedResponse | null> {
    const rendered = await renderWhole(target, signal)
    if (rendered === null) return null
    if (rendered.status === 404 && isErrorShell(rendered.body) && !target.startsWith(MISSING_PATH))
      return renderResolution(MISSING_PATH, 404, signal)
    if (status !== 200) return { ...rendered, status }
    return target.startsWith(ROOT) ? { ...rendered, isVerbatim: true } : rendered
  }

  return async (url, signal) => {
    const wantsMarkdown = url.endsWith(AS_MARKDOWN)
    const [pathname = '', ...query] = (wantsMarkdown ? url.slice(0, -AS_MARKDOWN.length) : url).split('?')
    const search = query.length === 0 ? '' : `?${query.join('?')}`
    // An old address is known with its slash and without: it takes one redirect, not two.
    const isMisspelt = TRAILING_SLASH.test(pathname)
    const resolution = await resolveRequest(
      isMisspelt ? pathname.slice(0, -1) : pathname,
      wantsMarkdown,
      new Date(),
      search,
    )
    if (resolution.kind === 'redirect')
      return { status: resolution.status, headers: { location: resolution.path }, body: Buffer.of() }
    if (isMisspelt) return asStranger(url, signal)
    // The page of what is missing asks with words of its own.
    const target = resolution.path.includes('?') ? resolution.path : [resolution.path, ...query].join('?')
    const rendered = await renderResolution(target, resolution.status, signal)
    return rendered ?? asStranger(url, signal)
  }
}

/** What was rendered in Draft Mode is private to Next; here it was rendered for everyone. */
function dropPrivate(rendered: CapturedResponse): CapturedResponse {
  const { 'cache-control': _private, ...headers } = rendered.headers
  return { ...rendered, headers }
}
