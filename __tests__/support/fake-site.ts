import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { getEnv } from '#lib/config/env.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { openFastPath } from '../../server/fast-path/fast-path.ts'
import { createFileSender } from '../../server/files/send-file.ts'
import { createFontSender } from '../../server/files/send-font.ts'
import { createPictureSender } from '../../server/files/send-picture.ts'
import { createHttpServer } from '../../server/http/http-server.ts'
import { createSearchLimit } from '../../server/http/limit-searches.ts'
import { createRecorder } from '../../server/observe/access-recorder.ts'
import type { AccessLine } from '../../server/observe/log.ts'
import { createMetrics } from '../../server/observe/metrics.ts'
import { createPageResponder } from '../../server/pages/answer-page.ts'
import { createBackground } from '../../server/pages/background.ts'
import { type Render, renderPage } from '../../server/pages/render-page.ts'
import { stripFramework } from '../../server/pages/strip/strip-framework.ts'
import { createSiteHandler } from '../../server/site-handler.ts'
import { createPaper, type Paper } from './paper.ts'

/** The bearer token of a fake site's figures. */
export const METRICS_TOKEN = 'figures'

/** The server's own pipeline on a real port and over a real index, with a renderer of the test's in Next's place. */
export type FakeSite = {
  url: string
  /** The same site without the desk: all is read by node:http. */
  plainUrl: string
  paper: Paper
  /** Brings the index up with the paper's files. */
  sync: () => Promise<unknown>
  errors: { error: unknown; about: Record<string, unknown> }[]
  lines: AccessLine[]
  /** What the page store holds. */
  countPages: () => { pages: number; bytes: number }
  close: () => Promise<void>
}

type Options = {
  files?: Record<string, string>
  limitMs?: number
  maxBytes?: number
  headersTimeout?: number
  siteUrl?: string
  /** Further settings of the environment: those of purging are read. */
  env?: Record<string, string>
}

export async function startFakeSite(render: Render, given: Options = {}): Promise<FakeSite> {
  const paper = createPaper(given.files)
  const index = openIndex({ ...paper, log: () => {} })
  await syncIndex(index)
  const errors: FakeSite['errors'] = []
  const lines: AccessLine[] = []
  const log = {
    access: (line: AccessLine) => void lines.push(line),
    error: (error: unknown, about: Record<string, unknown>) => void errors.push({ error, about }),
  }
  const env = { siteUrl: given.siteUrl ?? 'http://localhost', trustProxy: 0, metricsToken: METRICS_TOKEN }
  const later = createBackground(10, (error) => log.error(error, {}))
  const parts = {
    index,
    ...env,
    since: 0,
    strip: (html: string) => stripFramework(html, () => ''),
    warn: () => {},
  }
  const make = (wanted: { url: string; path: string }) =>
    renderPage({ render, limitMs: given.limitMs ?? 10_000, parts }, wanted)
  const { purge } = getEnv({ NODE_ENV: 'test', ...given.env })
  const pages = createPageResponder({ index, maxBytes: given.maxBytes ?? 2 ** 24, purge, make, later })
  const metrics = createMetrics(() => ({ revision: 0, problems: 0, posts: 0, ...pages.count() }))
  const { handle, answerSimple } = createSiteHandler({
    maySearch: createSearchLimit(),
    env,
    pages,
    files: { has: () => false, get: () => null },
    sendPicture: createPictureSender(index, { ...env, dataDir: paper.dataDir }),
    sendFont: createFontSender(index, env),
    sendFile: createFileSender(index, env),
    getKnownQuery: () => '',
    passOn: async (_request, _path, response) => void response.end('Next'),
    metrics,
    log,
    record: createRecorder(log, metrics, env),
    later,
  })
  const headersTimeout = given.headersTimeout ?? 10_000
  const options = { headersTimeout, connectionsCheckingInterval: 100 }
  const [server, plain] = [createHttpServer(handle, options), createHttpServer(handle, options)]
  const desk = openFastPath(server, answerSimple)
  return {
    url: await listen(server),
    plainUrl: await listen(plain),
    paper,
    sync: () => syncIndex(index),
    errors,
    lines,
    countPages: pages.count,
    close: async () => {
      desk.closeIdle()
      for (const each of [server, plain]) {
        each.closeAllConnections()
        await new Promise((resolve) => each.close(resolve))
      }
      await wait(0)
      index.database.close()
      paper.close()
    },
  }
}

/** Takes a free port of this machine, and gives the address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

/** What Next would have rendered for a page with `text` in its body. */
export function toRendered(text: string, status = 200) {
  const html = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><p>${text}</p></body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) }
}
