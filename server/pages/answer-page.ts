import { createPageStore, hasChangedSince, type PageStore } from '#lib/cache/page-store.ts'
import type { PurgeEnv } from '#lib/config/purge-settings.ts'
import { getKnownRevision } from '#lib/freshness/revision.ts'
import { createCacheControl, OUTDATED_CACHE_CONTROL, SHORT_CACHE_CONTROL } from '#lib/http/cache-control.ts'
import { type Coding, negotiateCoding } from '#lib/http/negotiate.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Route } from '../classify-request.ts'
import type { RequestContext } from '../request-context.ts'
import {
  type CachedResponse,
  countBytes,
  type Encoded,
  encodeResponse,
  recompress,
  toCoding,
} from '../response/response.ts'
import { sendResponse } from '../response/send.ts'
import { coalesceRenders, type RenderRequest } from './coalesce-renders.ts'
import { createPurgeState } from './purge-state.ts'
import type { RenderedPage } from './render-page.ts'

type PageRoute = Extract<Route, { kind: 'page' }>

export type PageServices = {
  index: Index
  maxBytes: number
  /** Caches in front of the site, and what they are told with. */
  purge: PurgeEnv
  make: (wanted: RenderRequest) => Promise<RenderedPage>
  /** Work that can wait. */
  later: (work: () => Promise<void>) => void
}

/** Who asks twice gets the best compression soon; a crawler's one visit to each of 100,000 pages pays for none. */
const USES_BEFORE_BEST = 2

export type PageResponder = ReturnType<typeof createPageResponder>

/** Answers requests for pages: from the store at once, or after one rendering shared by all who wait for it. */
export function createPageResponder({ index, maxBytes, purge, make, later }: PageServices) {
  const store: PageStore<CachedResponse> = createPageStore(maxBytes)
  const share = coalesceRenders(index, make)
  const toCacheControl = createCacheControl()
  const isPurged = createPurgeState(index, purge)

  /** Resolves when the answer is handed to the socket; a page that is held in the right coding is, on return. */
  function answerPage(context: RequestContext, route: PageRoute): Promise<void> | undefined {
    const cached = store.get(index, route.url, context.now)
    if (cached === null) return answerMiss(context, route)
    context.store = 'hit'
    const coding = toCoding(cached, negotiateCoding(context.request.headers['accept-encoding']))
    const encoded = cached.encoded.get(coding)
    if (encoded === undefined)
      return encodeAndSend(context, route, cached, getKnownRevision(index, context.now))
    send(context, cached, encoded, toKeptControl(context, cached))
    encoded.uses += 1
    if (encoded.effort === 'quick' && encoded.uses === USES_BEFORE_BEST) improve(route, cached, coding)
    return undefined
  }

  /** Has a page in the store before anybody asks for it. */
  async function prepare(path: string): Promise<void> {
    const route: PageRoute = { kind: 'page', path, url: path, isOpenEnded: false, isDraft: false }
    if (store.get(index, path, new Date()) !== null) return
    const { result, revision, coalesced: joined } = await share(route)
    if (!joined && result.mayKeep) keep(route, result.cached, revision)
  }

  async function answerMiss(context: RequestContext, route: PageRoute): Promise<void> {
    context.store = 'miss'
    const { result, revision, coalesced: joined } = await share(route)
    const mayKeep = result.mayKeep && !route.isDraft
    if (joined) context.store = 'joined'
    else if (mayKeep) keep(route, result.cached, revision)
    await encodeAndSend(context, route, result.cached, mayKeep ? revision : null)
  }

  function keep(route: PageRoute, cached: CachedResponse, revision: number): void {
    const { tags, status } = cached
    const isOpenEnded = route.isOpenEnded || status !== 200
    store.set(route.url, { value: cached, tags, bytes: countBytes(cached), isOpenEnded }, revision)
  }

  /** `revision` is the index's when the answer was true; null for one that nobody may keep. */
  async function encodeAndSend(
    context: RequestContext,
    route: PageRoute,
    cached: CachedResponse,
    revision: number | null,
  ) {
    const coding = toCoding(cached, negotiateCoding(context.request.headers['accept-encoding']))
    const encoded = await encodeResponse(cached, coding)
    store.resize(route.url, cached, countBytes(cached))
    if (revision === null) return send(context, cached, encoded, 'no-store')
    // A shared cache that was purged meanwhile must not keep what is from before.
    const isOutdated = hasChangedSince(index, cached.tags, revision)
    send(context, cached, encoded, isOutdated ? OUTDATED_CACHE_CONTROL : toKeptControl(context, cached))
  }

  function toKeptControl({ now }: RequestContext, cached: CachedResponse): string {
    const time = now.getTime()
    if (cached.isShortLived) return SHORT_CACHE_CONTROL
    return toCacheControl(time, getBoundary(cached, time), isPurged())
  }

  /** Until when the clock leaves the page as it is. */
  function getBoundary({ ownBoundary }: CachedResponse, time: number): number {
    const { next, common } = index.clock
    if (next === null) return time
    return ownBoundary === null ? next : Math.min(common, ownBoundary)
  }

  function send(
    context: RequestContext,
    cached: CachedResponse,
    encoded: Encoded,
    cacheControl: string,
  ): void {
    const { request, response, now } = context
    const options = { now: now.getTime(), cacheControl }
    context.bytes = sendResponse(request, response, cached, encoded, options).bytes
  }

  function improve(route: PageRoute, cached: CachedResponse, coding: Coding): void {
    later(async () => {
      await recompress(cached, coding)
      store.resize(route.url, cached, countBytes(cached))
    })
  }

  return { answerPage, prepare, count: store.count }
}
