import { Limiter } from '#lib/concurrency/limiter.ts'
import type { Env } from '#lib/config/env.ts'
import { getRevision } from '#lib/freshness/revision.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { countQuarantined } from '#lib/index/problems.ts'
import { getKnownQuery } from '#lib/queries/addresses/query-alias.ts'
import { createFileSender } from './files/send-file.ts'
import { createFontSender } from './files/send-font.ts'
import { createPictureSender } from './files/send-picture.ts'
import { openStaticFiles } from './files/static-files.ts'
import { createSearchLimit } from './http/limit-searches.ts'
import type { Next } from './next/next-handler.ts'
import { createRecorder } from './observe/access-recorder.ts'
import type { Log } from './observe/log.ts'
import { createMetrics } from './observe/metrics.ts'
import { listenForMetrics } from './observe/metrics-server.ts'
import { createPageResponder } from './pages/answer-page.ts'
import { createBackground } from './pages/background.ts'
import { renderPage } from './pages/render-page.ts'
import { getServingSince } from './pages/serving-since.ts'
import { createCssInliner } from './pages/strip/inline-css.ts'
import { stripFramework } from './pages/strip/strip-framework.ts'
import { warmUp } from './pages/warm-up.ts'
import { createSiteHandler, type SiteHandler } from './site-handler.ts'

const RENDER_LIMIT_MS = 10_000

/**
 * Pages rendered at a time. The rest wait in line: side by side, too many would all come too late. Some may wait for a
 * text that takes long in a worker, and must not keep the others waiting.
 */
const RENDERS_AT_ONCE = 32

/** Pieces of background work that may wait at a time. */
const MAX_WAITING = 500

/** Puts the parts of the running site together: Next, the page store, the log, the figures. */
export async function openSite(
  index: Index,
  { passOn, render }: Next,
  env: Env,
  log: Log,
): Promise<SiteHandler> {
  const since = await getServingSince(index, env)
  const files = openStaticFiles('.', { siteUrl: env.siteUrl, since })
  const inlineCss = createCssInliner(files.read)
  const parts = {
    index,
    siteUrl: env.siteUrl,
    since,
    strip: (html: string) => stripFramework(html, inlineCss),
    warn: (page: string, fault: string) => log.warn(`${page} ${fault}`),
  }
  const renders = new Limiter(RENDERS_AT_ONCE)
  const later = createBackground(MAX_WAITING, (error) => log.error(error, { during: 'background work' }))
  const pages = createPageResponder({
    index,
    maxBytes: env.pageCacheBytes,
    purge: env.purge,
    make: (wanted) => renders.run(() => renderPage({ render, limitMs: RENDER_LIMIT_MS, parts }, wanted)),
    later,
  })
  warmUp(pages.prepare, later)
  const metrics = createMetrics(() => ({ ...getSiteMetrics(index), ...pages.count() }))
  if (env.metricsPort !== null) await listenForMetrics(env.metricsPort, env, metrics, log)
  const record = createRecorder(log, metrics, env)
  return createSiteHandler({
    maySearch: createSearchLimit(),
    env,
    pages,
    files,
    sendPicture: createPictureSender(index, env),
    sendFont: createFontSender(index, env),
    sendFile: createFileSender(index, env),
    getKnownQuery: (asked, search) => getKnownQuery(index, asked, search),
    passOn,
    metrics,
    log,
    record,
    later,
  })
}

function getSiteMetrics(index: Index) {
  return {
    revision: getRevision(index),
    problems: countQuarantined(index),
    posts: countLive(index, { kind: 'all', slug: '' }, new Date()),
  }
}
