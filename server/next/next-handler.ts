import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import { toPath } from '#lib/routes/paths.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import type { Render } from '../pages/render-page.ts'
import { openBuildEntries } from './build-entries.ts'
import { BUILD_FOLDER, type Build, readBuildFile } from './build-file.ts'
import { captureResponse, createRequest } from './capture-response.ts'
import { createRender } from './find-and-render.ts'
import { DRAFT_COOKIE } from './markers.ts'
import { pickHeaders } from './next-request.ts'

/** Has Next answer a reader's request for a path. */
export type PassOn = (
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  path: string,
  response: ServerResponse,
  body: Buffer | null,
) => Promise<void>

/**
 * The name Next is told to have and asked by, wherever the server listens: Next takes a rewrite to any other name, and to
 * 127.0.0.1 for that matter, to lead to another site.
 */
const HOSTNAME = 'localhost'

/** Next's request handler, and the same as a way to render a URL. */
export type Next = { passOn: PassOn; render: Render }

/** Opens the build in this folder. Next waits for the index; the code of all routes is loaded meanwhile. */
export async function openNext({ port }: Pick<Env, 'port'>): Promise<Next> {
  // Before Next loads its cache handler: pages are kept here, once.
  globalThis.broadsheetServerKeepsPages = true
  // Next adds a listener for `upgrade`, which cuts such connections, to the server it is given, or else to the one of the
  // first request: this one never listens.
  const httpServer = createServer()
  const build = requireBuild()
  const app = next({ dev: false, dir: process.cwd(), hostname: HOSTNAME, port, httpServer })
  const handle = app.getRequestHandler()
  const entries = openBuildEntries(BUILD_FOLDER, HOSTNAME, build)
  await app.prepare()
  const stranger = { host: `${HOSTNAME}:${port}`, 'accept-encoding': 'identity' }
  const editor = { ...stranger, cookie: `${DRAFT_COOKIE}=${build.bypassToken}` }
  await loadLateCode(build.withoutHandler, (path) =>
    captureResponse(handle, path, stranger, new AbortController().signal),
  )
  const render = createRender({
    renderCached: (url, signal) => captureResponse(handle, url, stranger, signal),
    renderUncached: (url, signal) => {
      const [pathname = ''] = url.split('?')
      return captureResponse(entries.find(pathname) ?? handle, url, editor, signal)
    },
  })
  const passOn: PassOn = ({ method, headers }, path, response, body) =>
    handle(
      createRequest(method ?? 'GET', path, { ...pickHeaders(headers), host: stranger.host }, body),
      response,
    )
  return { passOn, render }
}

/** A path for each way that Next's own server goes: past the front door, to a page, and to what is no page. */
const WAYS = [ROUTES.missing.path, ROUTES.health.path, toPath('media', 'none.jpg')]

/** Has Next load what it only loads when it is asked, before a reader asks: later there may be no file to be had. */
async function loadLateCode(
  withoutHandler: readonly string[],
  ask: (path: string) => Promise<unknown>,
): Promise<void> {
  for (const path of [...WAYS, ...withoutHandler]) await ask(path)
}

/** @throws {Error} when the build of this folder is not complete */
function requireBuild(): Build {
  const build = readBuildFile(BUILD_FOLDER)
  if (build === null) throw new Error('There is no complete build. Run `npm run build`.')
  return build
}
