import type { Server } from 'node:http'
import next from 'next'
import type { Env } from '#lib/config/env.ts'
import { captureResponse, type Handle } from './capture-response.ts'
import type { Render } from './render-page.ts'

/** Next's request handler for the build in this folder, and the same as a way to render a URL. */
export async function openNext(
  server: Server,
  { host, port, siteUrl }: Pick<Env, 'host' | 'port' | 'siteUrl'>,
): Promise<{ passOn: Handle; render: Render }> {
  // Before Next loads its cache handler: pages are kept here, once.
  globalThis.broadsheetServerKeepsPages = true
  const app = next({
    dev: false,
    dir: process.cwd(),
    hostname: host ?? 'localhost',
    port,
    httpServer: server,
  })
  const passOn = app.getRequestHandler()
  await app.prepare()
  const { host: siteHost } = new URL(siteUrl)
  return { passOn, render: (url, signal) => captureResponse(passOn, url, siteHost, signal) }
}
