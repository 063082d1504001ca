import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { openIndex } from '#lib/index/open-index.ts'
import { syncIndex } from '#lib/index/sync.ts'
import { createPageAnswerer } from '../../server/answer-page.ts'
import { createBackground } from '../../server/background.ts'
import { leanHtml } from '../../server/lean/lean-html.ts'
import { SERVER_OPTIONS, setLimits } from '../../server/limits.ts'
import type { AccessLine } from '../../server/observe/log.ts'
import { createMetrics } from '../../server/observe/metrics.ts'
import { createRecorder } from '../../server/observe/record.ts'
import { type Render, renderPage } from '../../server/render-page.ts'
import { createPictureSender } from '../../server/send-picture.ts'
import { createSiteHandler } from '../../server/site-handler.ts'
import { createPaper, type Paper } from './paper.ts'

/** The server's own pipeline on a real port and over a real index, with a renderer of the test's in Next's place. */
export type FakeSite = {
  url: string
  paper: Paper
  /** Brings the index up with the paper's files. */
  sync: () => Promise<unknown>
  errors: { error: unknown; about: Record<string, unknown> }[]
  lines: AccessLine[]
  close: () => Promise<void>
}

type Options = {
  files?: Record<string, string>
  limitMs?: number
  maxBytes?: number
  headersTimeout?: number
  siteUrl?: string
}

export async function startFakeSite(render: Render, options: Options = {}): Promise<FakeSite> {
  const paper = createPaper(options.files)
  const index = openIndex({ ...paper, log: () => {} })
  await syncIndex(index)
  const errors: FakeSite['errors'] = []
  const lines: AccessLine[] = []
  const log = {
    access: (line: AccessLine) => void lines.push(line),
    error: (error: unknown, about: Record<string, unknown>) => void errors.push({ error, about }),
  }
  const env = { siteUrl: options.siteUrl ?? 'http://localhost', trustProxy: 0, metricsToken: undefined }
  const later = createBackground(10, (error) => log.error(error, {}))
  const parts = { index, ...env, since: 0, lean: (html: string) => leanHtml(html, () => ''), warn: () => {} }
  const make = (wanted: { url: string; path: string }) =>
    renderPage({ render, limitMs: options.limitMs ?? 10_000, parts }, wanted)
  const pages = createPageAnswerer({ index, maxBytes: options.maxBytes ?? 2 ** 24, make, later })
  const metrics = createMetrics(() => ({ revision: 0, problems: 0, posts: 0, ...pages.count() }))
  const handle = createSiteHandler({
    env,
    pages,
    files: { get: () => null },
    sendPicture: createPictureSender(index, { ...env, dataDir: paper.dataDir }),
    passOn: async (_request, response) => void response.end('Next'),
    metrics,
    log,
    record: createRecorder(log, metrics, env),
    later,
  })
  const headersTimeout = options.headersTimeout ?? 10_000
  const server = createServer({ ...SERVER_OPTIONS, headersTimeout, connectionsCheckingInterval: 100 }, handle)
  setLimits(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    paper,
    sync: () => syncIndex(index),
    errors,
    lines,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await wait(0)
      index.database.close()
      paper.close()
    },
  }
}

/** What Next would have rendered for a page with `text` in its body. */
export function toRendered(text: string, status = 200) {
  const html = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><p>${text}</p></body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) }
}
