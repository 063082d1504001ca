import type { Env } from '#lib/config/env.ts'
import { countLive } from '#lib/index/counts.ts'
import type { Index } from '#lib/index/index-state.ts'
import { countQuarantined } from '#lib/index/problems.ts'
import { getRevision } from '#lib/index/revision.ts'
import { Turnstile } from '#lib/media/turnstile.ts'
import { createPageAnswerer } from './answer-page.ts'
import { createBackground } from './background.ts'
import { createCssInliner } from './lean/inline-css.ts'
import { leanHtml } from './lean/lean-html.ts'
import { createSearchLimit } from './limit-searches.ts'
import { openNext } from './next-handler.ts'
import type { Log } from './observe/log.ts'
import { createMetrics } from './observe/metrics.ts'
import { listenForMetrics } from './observe/metrics-server.ts'
import { createRecorder } from './observe/record.ts'
import { renderPage } from './render-page.ts'
import { createPictureSender } from './send-picture.ts'
import { getServingSince } from './serving-since.ts'
import { createSiteHandler, type SiteHandler } from './site-handler.ts'
import { openStaticFiles } from './static-files.ts'
import { warmUp } from './warm-up.ts'

const RENDER_LIMIT_MS = 10_000

/** Pages rendered at a time. The rest wait in line: side by side, too many would all come too late. */
const RENDERS_AT_ONCE = 8

/** Pieces of background work that may wait at a time. */
const MOST_WAITING = 500

/** Puts the parts of the running site together: Next, the page store, the log, the figures. */
export async function openSite(index: Index, env: Env, log: Log): Promise<SiteHandler> {
  const { passOn, render } = await openNext(env)
  const since = getServingSince(index, env)
  const files = openStaticFiles('.', { siteUrl: env.siteUrl, since })
  const inlineCss = createCssInliner(files.read)
  const parts = {
    index,
    siteUrl: env.siteUrl,
    since,
    lean: (html: string) => leanHtml(html, inlineCss),
    warn: (page: string, fault: string) => log.warn(`${page} ${fault}`),
  }
  const renders = new Turnstile(RENDERS_AT_ONCE)
  const later = createBackground(MOST_WAITING, (error) => log.error(error, { during: 'background work' }))
  const pages = createPageAnswerer({
    index,
    maxBytes: env.pageCacheBytes,
    make: (wanted) => renders.run(() => renderPage({ render, limitMs: RENDER_LIMIT_MS, parts }, wanted)),
    later,
  })
  warmUp(pages.prepare, later)
  const metrics = createMetrics(() => ({ ...getFigures(index), ...pages.count() }))
  if (env.metricsPort !== null) await listenForMetrics(env.metricsPort, env, metrics, log)
  const record = createRecorder(log, metrics, env)
  return createSiteHandler({
    maySearch: createSearchLimit(),
    env,
    pages,
    files,
    sendPicture: createPictureSender(index, env),
    passOn,
    metrics,
    log,
    record,
    later,
  })
}

function getFigures(index: Index) {
  return {
    revision: getRevision(index),
    problems: countQuarantined(index),
    posts: countLive(index, { kind: 'all', slug: '' }, new Date()),
  }
}
