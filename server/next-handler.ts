import type { Server } from 'node:http'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import { captureResponse, type Handle } from './capture-response.ts'
import type { Render } from './render-page.ts'

/**
 * The name Next is told to have and asked by, wherever the server listens: Next takes a rewrite to any other name, and to
 * 127.0.0.1 for that matter, to lead to another site.
 */
const HOSTNAME = 'localhost'

/** Next's request handler for the build in this folder, and the same as a way to render a URL. */
export async function openNext(
  server: Server,
  { port }: Pick<Env, 'port'>,
): Promise<{ passOn: Handle; render: Render }> {
  // Before Next loads its cache handler: pages are kept here, once.
  globalThis.broadsheetServerKeepsPages = true
  const app = next({ dev: false, dir: process.cwd(), hostname: HOSTNAME, port, httpServer: server })
  const passOn = app.getRequestHandler()
  await app.prepare()
  return { passOn, render: (url, signal) => captureResponse(passOn, url, `${HOSTNAME}:${port}`, signal) }
}
