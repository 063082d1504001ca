import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import type { Render } from '../pages/render-page.ts'
import { openBuildEntries } from './build-entries.ts'
import { captureResponse, createRequest } from './capture-response.ts'
import { createRender } from './find-and-render.ts'
import { pickHeaders } from './next-request.ts'

/** Has Next answer a reader's request for a path. */
export type PassOn = (
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  path: string,
  response: ServerResponse,
) => Promise<void>

/**
 * The name Next is told to have and asked by, wherever the server listens: Next takes a rewrite to any other name, and to
 * 127.0.0.1 for that matter, to lead to another site.
 */
const HOSTNAME = 'localhost'

/** Next's request handler for the build in this folder, and the same as a way to render a URL. */
export async function openNext({ port }: Pick<Env, 'port'>): Promise<{ passOn: PassOn; render: Render }> {
  // Before Next loads its cache handler: pages are kept here, once.
  globalThis.broadsheetServerKeepsPages = true
  // Next adds a listener for `upgrade`, which cuts such connections, to the server it is given, or else to the one of the
  // first request: this one never listens.
  const httpServer = createServer()
  const app = next({ dev: false, dir: process.cwd(), hostname: HOSTNAME, port, httpServer })
  const handle = app.getRequestHandler()
  await app.prepare()
  const stranger = { host: `${HOSTNAME}:${port}`, 'accept-encoding': 'identity' }
  const editor = { ...stranger, cookie: `__prerender_bypass=${readDraftKey()}` }
  const entries = openBuildEntries('.next', HOSTNAME)
  await loadLateCode((path) => captureResponse(handle, path, stranger, new AbortController().signal))
  const render = createRender({
    renderCached: (url, signal) => captureResponse(handle, url, stranger, signal),
    renderUncached: (url, signal) => {
      const [pathname = ''] = url.split('?')
      return captureResponse(entries.find(pathname) ?? handle, url, editor, signal)
    },
  })
  const passOn: PassOn = ({ method, headers }, path, response) =>
    handle(createRequest(method ?? 'GET', path, { ...pickHeaders(headers), host: stranger.host }), response)
  return { passOn, render }
}

/** A path for each way that Next's own server goes: past the front door, to a page, and to what is no page. */
const WAYS = ['/_missing', '/healthz', '/media/none.jpg']

/** Has Next load what it only loads when it is asked, before a reader asks: later there may be no file to be had. */
async function loadLateCode(ask: (path: string) => Promise<unknown>): Promise<void> {
  for (const path of WAYS) await ask(path)
}

/** By this Next knows, in Draft Mode's cookie, who may see a page rendered anew. Each build makes its own. */
function readDraftKey(): string {
  const file = path.join('.next', 'prerender-manifest.json')
  const { preview } = JSON.parse(readFileSync(file, 'utf8'))
  return String(preview.previewModeId)
}
