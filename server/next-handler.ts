import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import { openBuildEntries } from './build-entries.ts'
import { captureResponse, type Handle } from './capture-response.ts'
import { createRender } from './find-and-render.ts'
import type { Render } from './render-page.ts'

/**
 * The name Next is told to have and asked by, wherever the server listens: Next takes a rewrite to any other name, and to
 * 127.0.0.1 for that matter, to lead to another site.
 */
const HOSTNAME = 'localhost'

/** Next's request handler for the build in this folder, and the same as a way to render a URL. */
export async function openNext({
  port,
}: Pick<Env, 'port'>): Promise<{ passOn: Handle; render: Render }> {
  // Before Next loads its cache handler: pages are kept here, once.
  globalThis.broadsheetServerKeepsPages = true
  // Next adds a listener for `upgrade`, which cuts such connections, to the server it is given, or else to the one of the
  // first request: this one never listens.
  const httpServer = createServer()
  const app = next({ dev: false, dir: process.cwd(), hostname: HOSTNAME, port, httpServer })
  const passOn = app.getRequestHandler()
  await app.prepare()
  const stranger = { host: `${HOSTNAME}:${port}`, 'accept-encoding': 'identity' }
  const editor = { ...stranger, cookie: `__prerender_bypass=${readDraftKey()}` }
  const entries = openBuildEntries('.next', HOSTNAME)
  const render = createRender({
    asStranger: (url, signal) => captureResponse(passOn, url, stranger, signal),
    asEditor: (url, signal) => {
      const [pathname = ''] = url.split('?')
      return captureResponse(entries.find(pathname) ?? passOn, url, editor, signal)
    },
  })
  return { passOn, render }
}

/** By this Next knows, in Draft Mode's cookie, who may see a page rendered anew. Each build makes its own. */
function readDraftKey(): string {
  const file = path.join('.next', 'prerender-manifest.json')
  const { preview } = JSON.parse(readFileSync(file, 'utf8'))
  return String(preview.previewModeId)
}
